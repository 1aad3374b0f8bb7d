"""The words by which exports name people and what belongs to them. Compared after :func:`normalised`, longest first.

``OWNERS`` say whose something is, before it ("Billing Name") or behind it ("Adresse de livraison"). ``PLAIN`` means personal data
wherever it stands; ``OWNED`` does so behind an owner, or in a file that holds other personal data. Columns with a word of
``THINGS`` are about products, shops and sellers.
"""

from __future__ import annotations

from recsys_desktop.ingest.synonyms import normalised

_OWNERS = """
billing billto bill shipping shipto ship delivery deliverto deliver recipient receiver consignee buyer customer client
purchaser contact member payer shopper reviewer cardholder guest attendee invoiceto invoice payment secondary
alternative
home work sendto order user your person personal primary default patient subscriber applicant
kunden kunde kundin kaeufer käufer rechnungs rechnung liefer lieferung versand empfaenger empfänger besteller
rechnungsempfänger warenempfänger des der deskunden deskäufers derkundin
client cliente clients acheteur destinataire facturation livraison expedition expédition duclient delacheteur
dudestinataire defacturation delivraison declient contactclient du de
comprador facturacion facturación envio envío entrega destinatario delcliente delcomprador deldestinatario deenvio
deenvío defacturacion defacturación deentrega del
acquirente fatturazione spedizione consegna destinatario delcliente dellacquirente difatturazione dispedizione
diconsegna
koper klant factuur verzend bezorg aflever ontvanger vandeklant bestelling facturatie verzending
faturamento cobranca cobrança fatura destinatário docliente docomprador dodestinatário deentrega defaturamento
покупателя покупатель получателя получатель плательщика плательщик клиента клиент доставки доставка заказчика заказчик
контакта контактное контактный адресата
买家 买方 客户 顾客 会员 用户 收货人 收货 收件人 收件 联系人 联系 下单人 付款人 收票人 购买人 寄件人 注册 绑定 買家 客戶
顧客 會員 使用者
收貨人 收貨 聯絡人 聯絡 下單人 订单 訂單
修改后的 配送先お 注文者 お客様 顧客 購入者 会員 送付先 お届け先 届け先 届先 配送先 発送先 請求先 受取人 依頼主 ご注文者 ユーザー
"""
_PLAIN = """
email emailaddress mail mailaddress emailadress eaddress e-mail-adresse mailadresse adresseemail courriel mailadresse
correo correoelectronico correoelectrónico direcciondecorreo emailadres indirizzoemail postaelettronica enderecodeemail
электроннаяпочта почта емейл емайл адресэлектроннойпочты 邮箱 电子邮箱 电子邮件 邮件地址 郵箱 電子郵件 電子信箱 メール
メールアドレス eメール 電子メール
phone phonenumber phoneno telephone telephonenumber tel telno telephoneno mobile mobilephone mobilenumber mobileno cell
cellphone
cellnumber fax faxnumber daytimephone eveningphone dayphone whatsapp telegram wechat wechatid skype viber
telefon telefonnummer handy handynummer mobilnummer mobiltelefon mobil festnetz faxnummer
téléphone telephonemobile téléphonemobile numerodetelephone numérodetéléphone portable téléphoneportable gsm
teléfono telefono telefonomovil teléfonomóvil movil móvil celular numerodetelefono númerodeteléfono
cellulare telefonocellulare numeroditelefono recapitotelefonico telefoon telefoonnummer mobieltelefoonnummer
mobielnummer
telefone celular numerodetelefone númerodetelefone телефон номертелефона мобильный мобильныйтелефон сотовый факс
手机 手机号 手机号码 电话 电话号码 联系电话 联系手机 固定电话 座机 传真 微信 微信号 qq qq号 手機 手機號碼 電話 電話號碼
聯絡電話 電話番号
携帯電話 携帯番号 携帯電話番号 ファックス fax番号
firstname lastname fullname surname familyname givenname middlename forename maidenname namefirst namelast nameprefix
namesuffix salutation honorific personname attn attention careof
vorname nachname familienname vollständigername vollstaendigername anrede vorundnachname ansprechpartner
prenom prénom nomdefamille nomcomplet nometprenom nometprénom civilite civilité
apellido apellidos primerapellido segundoapellido nombrecompleto nombreyapellidos nombreyapellido
cognome nomecompleto nomeecognome cognomeenome voornaam achternaam tussenvoegsel volledigenaam aanhef sobrenome apelido
имяифамилия фамилия отчество фио полноеимя 姓名 真实姓名 收货人 收件人 联系人 姓氏 真實姓名 收貨人 聯絡人 氏名 お名前
名前 苗字 姓 名 フリガナ
ふりがな カナ 氏名カナ 姓カナ 名カナ 氏名フリガナ お名前フリガナ
street streetaddress streetname streetnumber housenumber address addressline addressline1 addressline2 address1 address2
address3 addr addr1 addr2 postaladdress mailingaddress homeaddress fulladdress aptsuite apartment postcode zip zipcode
postalcode
zippostalcode shipzipcode
strasse straße strassehausnummer straßehausnummer hausnummer hausnr adresse anschrift adresszusatz adresszeile
lieferadresse
rechnungsadresse lieferanschrift rechnungsanschrift postleitzahl plz plzort
rue adressepostale adresseligne complementadresse complémentadresse codepostal
calle direccion dirección direccionpostal direcciónpostal codigopostal códigopostal domicilio
indirizzo indirizzopostale civico numerocivico codicepostale cap straat straatnaam huisnummer adres postadres
postcodeplaats
endereco endereço logradouro numerodacasa cep rua
адрес улица дом квартира почтовыйиндекс индекс почтовыйадрес
地址 详细地址 收货地址 收件地址 街道 街道地址 邮编 邮政编码 门牌号 詳細地址 收貨地址 街道地址 郵遞區號 郵編 住所 住所1
住所2 番地 建物名 郵便番号
マンション名 町名番地
ip ipaddress ipaddr remoteip remoteaddr remoteaddress customerip clientip browserip adresseip direccionip indirizzoip
ipадрес
ip地址 ipアドレス
birthday dateofbirth birthdate dob birth geburtsdatum geburtstag datedenaissance fechadenacimiento datadinascita
geboortedatum datadenascimento датарождения деньрождения 生日 出生日期 出生年月 生年月日 誕生日
passport passportnumber passportno nationalid nationalidnumber idcard idcardnumber ssn socialsecuritynumber cpf cnpj dni
nif nie
rfc curp codicefiscale bsn инн снилс паспорт 身份证 身份证号 身份证号码 证件号码 身分證 身分證字號 護照號碼 マイナンバー
iban bankaccount accountholder creditcard creditcardnumber cardnumber cardno nameoncard cardholdername kontoinhaber
kontonummer kreditkarte titulaire titulaireducompte 支付宝账号 买家支付宝账号 支付宝账户 银行卡号 卡号 支付帳號
カード番号 カード名義
paypalemail paypaladdress alipayaccount
giftmessage giftnote customernote customernotes buyernote buyermessage messagetoseller messagefrombuyer customermessage
customercomment customercomments orderinstructions deliveryinstructions specialinstructions checkoutmessage checkoutnote
grussbotschaft grußbotschaft kundenkommentar kundennachricht kundenhinweis messageclient commentaireclient messagecadeau
mensajecliente comentariocliente notacliente messaggiocliente notadelcliente opmerkingklant комментарийпокупателя
комментарийклиента комментарийкзаказу 买家留言 买家备注 客户留言 顾客留言 客户备注 買家留言 買家備註 お客様コメント
購入者コメント
備考購入者 ギフトメッセージ
"""
_OWNED = """
name username nickname login loginname account accountname profile company companyname organisation organization city
town
suburb district county province provincename state region stateprovince stateregion country countrycode place
note notes noteattributes privatenotes privatenote message messages comment comments remark remarks instruction
instructions feedback
age gender sex vat vatnumber vatid taxid taxnumber latitude longitude lat lng coordinates useragent browser
deviceid device
employee cashier staff salesperson salesrep driver signature initials id2
firma firmenname unternehmen ort stadt wohnort bundesland land bemerkung bemerkungen kommentar nachricht notiz notizen
hinweis
geschlecht alter mitarbeiter benutzername steuernummer ustid ustidnr umsatzsteuerid
nom ville pays departement département societe société entreprise raisonsociale commentaire commentaires message
remarque remarques
sexe identifiant pseudo numerotva
nombre ciudad poblacion población localidad provincia pais país estado empresa razonsocial comentario comentarios
mensaje
observaciones nota notas sexo genero género usuario
nome citta città comune paese nazione regione azienda ragionesociale commento commenti messaggio note osservazioni sesso
partitaiva utente
naam plaats woonplaats stad provincie bedrijf bedrijfsnaam opmerking opmerkingen bericht geslacht gebruikersnaam
btwnummer
cidade bairro municipio município uf mensagem observacoes observações complemento genero gênero
имя город область регион страна компания организация комментарий комментарии сообщение примечание примечания пол возраст
логин
名 名称 名字 昵称 会员名 用户名 用户名称 账号 帐号 公司 公司名称 单位 省 省份 市 城市 区 区县 县 国家 地区 备注 订单备注
商家备注 留言 性别 年龄 称呼 抬头
发票抬头 税号 发票 物流单号 快递单号 运单号 经度 纬度 暱稱 帳號 公司名稱 縣市 鄉鎮市區 國家 備註 留言 性別 年齡 發票抬頭
統一編號
会社名 会社 部署名 部署 都道府県 市区町村 市町村 国 備考 備考欄 メモ ショップ用メモ欄 コメント メッセージ 性別 年齢 職業
要望
trackingnumber trackingno trackingcode tracking sendungsnummer numerodesuivi numerodeseguimiento お問い合わせ番号
追跡番号
"""
_THINGS = """
product item goods article sku seller vendor brand supplier manufacturer store shop warehouse merchant publisher author
artist
produkt artikel verkäufer verkaeufer hersteller lieferant marke händler produit vendeur fournisseur marque fabricant
boutique
producto artículo articulo vendedor proveedor marca tienda fabricante prodotto articolo venditore fornitore negozio
produttore
product verkoper leverancier merk winkel produto loja fornecedor товара товар продавца продавец поставщик магазин бренд
商品 产品 宝贝 货品 品牌 卖家 店铺 店鋪 商家 供应商 厂家 仓库 出品 門市 賣家 產品 品名 商品名 メーカー 店舗 ショップ
出店
url link image picture photo price category variant option quantity qty discount tax cost method status date amount
total
"""


#: Columns that tell customers apart and hold a name of theirs, not a handle or a number.
_NAMES = """
customer_name buyer_name client_name customer_full_name full_name billing_name shipping_name ship_name recipient_name
contact_name reviewer_name kundenname kaeufername käufername nom_du_client nom_client nombre_cliente nombre_del_cliente
nome_cliente klantnaam nome_do_cliente имя_клиента имя_покупателя фио
客户姓名 会员姓名 买家姓名 顾客姓名 客户名称 收货人姓名 收货人 收件人 姓名 购买人姓名 客戶姓名 買家姓名 顧客姓名 收貨人
氏名 お名前 お客様名 注文者氏名 顧客名
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(normalised, text.split())))


OWNERS = tuple(sorted(_words(_OWNERS), key=len, reverse=True))
PLAIN = _words(_PLAIN)
OWNED = _words(_OWNED)
THINGS = _words(_THINGS)
NAMES_OF_CUSTOMERS = _words(_NAMES)

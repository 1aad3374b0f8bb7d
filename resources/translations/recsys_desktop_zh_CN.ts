<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AbilitiesCard</name>
    <message>
        <source>What your data is good for</source>
        <translation>您的数据能做什么</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还不行</translation>
    </message>
</context>
<context>
    <name>AllowedCard</name>
    <message>
        <source>What may be in a list</source>
        <translation>列表里可以有什么</translation>
    </message>
    <message>
        <source>Only what is in stock</source>
        <translation>只要有货的</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Products in a list</source>
        <translation>列表中的商品数</translation>
    </message>
    <message>
        <source>Products whose stock is not counted are always recommended.</source>
        <translation>不计库存的商品始终会被推荐。</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>价格从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>最低价格</translation>
    </message>
    <message>
        <source>Highest price</source>
        <translation>最高价格</translation>
    </message>
    <message>
        <source>The lowest price is above the highest: no product could be recommended.</source>
        <translation>最低价格高于最高价格：这样没有商品可以推荐。</translation>
    </message>
</context>
<context>
    <name>AnswersDialog</name>
    <message>
        <source>Answers</source>
        <extracomment>Rows that a person may still look through; a file holds all.</extracomment>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Customer or product</source>
        <translation>客户或商品</translation>
    </message>
    <message>
        <source>Find answers by customer or product</source>
        <translation>按客户或商品查找反馈</translation>
    </message>
    <message>
        <source>Which answers</source>
        <translation>哪些反馈</translation>
    </message>
    <message>
        <source>Answers, the newest first</source>
        <translation>反馈，最新的在前</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>还没有反馈</translation>
    </message>
    <message>
        <source>Press a button on a card of a customer's list: it is kept here.</source>
        <translation>在客户推荐列表的卡片上按一个按钮，就会记录在这里。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Choose an answer in the table first.</source>
        <translation>请先在表格中选择一条反馈。</translation>
    </message>
    <message>
        <source>Save as a table…</source>
        <translation>另存为表格…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>全部反馈</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>已给出</translation>
    </message>
    <message>
        <source>Shown and ignored</source>
        <translation>已展示与被忽略</translation>
    </message>
    <message>
        <source>Answers given, or lists that were shown</source>
        <translation>已给出的反馈，或已展示的列表</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>1 answer, taken back</source>
        <translation>1 条反馈，已撤回</translation>
    </message>
    <message>
        <source>1 answer</source>
        <translation>1 条反馈</translation>
    </message>
    <message>
        <source>{count} answers</source>
        <translation>{count} 条反馈</translation>
    </message>
    <message>
        <source>{count} answers, {back} of them taken back</source>
        <translation>{count} 条反馈，其中 {back} 条已撤回</translation>
    </message>
    <message>
        <source>No answer fits this search.</source>
        <translation>没有符合搜索的反馈。</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Save the answers</source>
        <translation>保存反馈</translation>
    </message>
</context>
<context>
    <name>BadRowsTable</name>
    <message>
        <source>Rows that cannot be read</source>
        <extracomment>Letters of a row that are shown; the tool tip has as many again.</extracomment>
        <translation>无法读取的行</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>The row</source>
        <translation>该行内容</translation>
    </message>
</context>
<context>
    <name>BoostCard</name>
    <message>
        <source>What is recommended more or less</source>
        <translation>多推荐或少推荐什么</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>A product…</source>
        <translation>商品…</translation>
    </message>
    <message>
        <source>A category…</source>
        <translation>分类…</translation>
    </message>
    <message>
        <source>A brand…</source>
        <translation>品牌…</translation>
    </message>
    <message>
        <source>They move up or down in every list. Those that suit a customer best still come first among them.</source>
        <translation>它们在每份列表中上移或下移，其中最适合客户的仍排在前面。</translation>
    </message>
    <message>
        <source>No longer in the catalogue</source>
        <translation>已不在商品目录中</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>How much it is recommended: {title}</source>
        <translation>推荐程度：{title}</translation>
    </message>
    <message>
        <source>Much more</source>
        <translation>多很多</translation>
    </message>
    <message>
        <source>More</source>
        <translation>多一些</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>少一些</translation>
    </message>
    <message>
        <source>Much less</source>
        <translation>少很多</translation>
    </message>
    <message>
        <source>As its merits are: {title}</source>
        <translation>恢复正常推荐：{title}</translation>
    </message>
</context>
<context>
    <name>BoughtCard</name>
    <message>
        <source>Bought and shown before</source>
        <extracomment>What is offered where bought products stayed away so far: most things that are used up last about a month.</extracomment>
        <translation>买过的和展示过的</translation>
    </message>
    <message>
        <source>What was bought stays away</source>
        <translation>买过的不再推荐</translation>
    </message>
    <message>
        <source>It comes back after</source>
        <translation>多久后重新推荐：</translation>
    </message>
    <message>
        <source>Days after which a bought product comes back</source>
        <translation>买过的商品隔多少天重新推荐</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Lists for which a product rests once it was shown</source>
        <translation>商品展示后休息的列表数</translation>
    </message>
    <message>
        <source>For things that are used up, such as coffee or candles.</source>
        <translation>适合会用完的东西，例如咖啡或蜡烛。</translation>
    </message>
    <message>
        <source>Number of lists for which a product rests once it was shown</source>
        <translation>商品展示过一次后，休息几份列表</translation>
    </message>
    <message>
        <source>So that a mailing does not bring the same products twice running.</source>
        <translation>这样邮件不会连续两次推荐同样的商品。</translation>
    </message>
    <message>
        <source> day</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
</context>
<context>
    <name>CannotOpenDialog</name>
    <message>
        <source>The shop cannot be opened</source>
        <translation>无法打开店铺</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CatalogueMapView</name>
    <message>
        <source>Map of the catalogue</source>
        <extracomment>How far from a dot, in pixels, a press still means it; how far a press may wander before it pulls the map. Pixels by which Shift and an arrow key move the map. How much of the dots the ground of a name covers.</extracomment>
        <translation>商品地图</translation>
    </message>
    <message>
        <source>Arrow keys go from product to product, plus and minus zoom.</source>
        <translation>用方向键在商品间移动，用加号和减号缩放。</translation>
    </message>
    <message>
        <source>{title}, among {region}</source>
        <translation>{title}，位于“{region}”</translation>
    </message>
</context>
<context>
    <name>CatalogueModel</name>
    <message>
        <source>{title} (never recommended)</source>
        <extracomment>Products read at once; a screen holds some twenty. The whole Item of a row, for the delegate that draws its tile and for the detail pane; None while it is being read. Whether the product is hidden from all lists.</extracomment>
        <translation>{title}（从不推荐）</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>库存</translation>
    </message>
</context>
<context>
    <name>CatalogueTable</name>
    <message>
        <source>Catalogue</source>
        <extracomment>Below these widths the category, then the stock, make room for the product's name.</extracomment>
        <translation>商品目录</translation>
    </message>
</context>
<context>
    <name>CategoriesCard</name>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Which categories are recommended</source>
        <translation>推荐哪些分类</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有分类</translation>
    </message>
    <message>
        <source>Only the categories ticked below</source>
        <translation>只推荐下面勾选的分类</translation>
    </message>
    <message>
        <source>All but the categories ticked below</source>
        <translation>除下面勾选的分类外都推荐</translation>
    </message>
    <message>
        <source>Your products have no categories. They come with a product file that has such a column.</source>
        <translation>您的商品没有分类。导入带有分类列的商品文件后就会有。</translation>
    </message>
    <message>
        <source>Categories that are new in the shop stay out until you tick them.</source>
        <translation>店铺里新出现的分类在您勾选之前不会推荐。</translation>
    </message>
    <message>
        <source>Categories that are new in the shop are recommended too.</source>
        <translation>店铺里新出现的分类也会推荐。</translation>
    </message>
</context>
<context>
    <name>ChooseName</name>
    <message>
        <source>None has “{text}” in its name.</source>
        <translation>没有名称中含有“{text}”的。</translation>
    </message>
</context>
<context>
    <name>ChooseProduct</name>
    <message>
        <source>Find a product</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>No product has “{text}” in its name, category, brand or number.</source>
        <translation>没有商品的名称、分类、品牌或编号中含有“{text}”。</translation>
    </message>
    <message>
        <source>There are no products yet: import a product file.</source>
        <translation>还没有商品：请导入商品文件。</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>Not finished yet</source>
        <translation>尚未完成</translation>
    </message>
    <message>
        <source>Still at work: {what}.</source>
        <translation>仍在进行：{what}。</translation>
    </message>
    <message>
        <source>If you close now, it is stopped. What was stored before stays as it is.</source>
        <translation>现在关闭会使它停止。此前保存的内容保持不变。</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>继续工作</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>The program made a mistake</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>Details of the mistake</source>
        <translation>错误详情</translation>
    </message>
    <message>
        <source>The last action did not finish. What was stored before it is safe, and you can go on working.</source>
        <translation>刚才的操作没有完成。此前保存的内容都安全，您可以继续使用。</translation>
    </message>
    <message>
        <source>If it happens again, copy the details and send them to whoever looks after the program.</source>
        <translation>如果再次出现，请复制详情并发给维护本程序的人。</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>CustomerFinder</name>
    <message>
        <source>Find a customer</source>
        <extracomment>Pause in the typing after which a search starts.</extracomment>
        <translation>查找客户</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>New customer: pick three products they have and see their list</source>
        <translation>新客户：选三件他们已有的商品，马上看到推荐列表</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>No customer has “{text}” in their number.</source>
        <translation>没有编号含“{text}”的客户。</translation>
    </message>
</context>
<context>
    <name>CustomerView</name>
    <message>
        <source>No list yet</source>
        <translation>还没有推荐列表</translation>
    </message>
    <message>
        <source>Go to Home</source>
        <translation>前往首页</translation>
    </message>
    <message>
        <source>Nothing is left to recommend</source>
        <translation>没有可以推荐的商品了</translation>
    </message>
    <message>
        <source>This customer has bought, rated or hidden every product of the catalogue.</source>
        <translation>目录中的每件商品，该客户都已购买、评分或被设为不再显示。</translation>
    </message>
    <message>
        <source>Nothing fits this wish</source>
        <translation>没有符合这个愿望的商品</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有内容</translation>
    </message>
    <message>
        <source>This customer has not bought or looked at anything in your files.</source>
        <translation>在您的文件中，该客户没有购买或浏览过任何商品。</translation>
    </message>
    <message>
        <source>Model {number}</source>
        <translation>模型 {number}</translation>
    </message>
    <message>
        <source>“{wish}” is looked for as soon as the work in progress is done.</source>
        <translation>手头的工作一完成，就查找“{wish}”。</translation>
    </message>
    <message>
        <source>Looking for what fits “{wish}”…</source>
        <translation>正在查找符合“{wish}”的商品……</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>No customers yet</source>
        <extracomment>Below this width three columns leave a list no room for its words: the panel then goes under the customers, the history behind a tab. From the other on there is room for longer words in the third column.</extracomment>
        <translation>还没有客户</translation>
    </message>
    <message>
        <source>Customers appear here once a file of orders or other behaviour is imported.</source>
        <translation>导入订单或其他行为记录后，客户就会出现在这里。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Save the lists of all customers</source>
        <translation>保存所有客户的推荐列表</translation>
    </message>
</context>
<context>
    <name>DateQuestion</name>
    <message>
        <source>Which day is {cell}?</source>
        <translation>{cell} 是哪一天？</translation>
    </message>
    <message>
        <source>The file does not tell by itself. Your answer holds for all its dates.</source>
        <translation>文件本身看不出来。您的回答适用于其中所有日期。</translation>
    </message>
    <message>
        <source>Do the dates of this file begin with the day or with the month?</source>
        <translation>这个文件里的日期是先写日还是先写月？</translation>
    </message>
    <message>
        <source>With the day</source>
        <translation>先写日</translation>
    </message>
    <message>
        <source>With the month</source>
        <translation>先写月</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a date's format as Qt writes it, with the month in words</comment>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>EvaluationFigures</name>
    <message>
        <source>Measures with their intervals</source>
        <translation>各项指标及其区间</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>推荐列表</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>An example</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Another customer</source>
        <translation>换一位客户</translation>
    </message>
    <message>
        <source>Example list</source>
        <translation>示例列表</translation>
    </message>
    <message>
        <source>The same products as without any rules.</source>
        <translation>与没有任何规则时的商品相同。</translation>
    </message>
</context>
<context>
    <name>FeedbackPanel</name>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Improve</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>All answers…</source>
        <translation>全部反馈…</translation>
    </message>
    <message>
        <source>Latest answers</source>
        <translation>最新反馈</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} 条新反馈</translation>
    </message>
    <message>
        <source>Tell what suits this customer: the list follows at once, and the model learns from it later.</source>
        <translation>告诉程序什么适合这位客户：推荐列表立即跟着变，模型以后再从中学习。</translation>
    </message>
</context>
<context>
    <name>FeedbackReach</name>
    <message>
        <source>Feedback: {count} new</source>
        <translation>反馈：{count} 条新</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
</context>
<context>
    <name>FetchPicturesDialog</name>
    <message>
        <source>Fetch pictures of your products</source>
        <translation>获取商品图片</translation>
    </message>
    <message>
        <source>Every picture that your products name is here already, or they name none on the web.</source>
        <translation>商品所列的图片都已在本机，或者没有列出网络图片。</translation>
    </message>
    <message>
        <source>No pictures to fetch</source>
        <translation>没有需要获取的图片</translation>
    </message>
    <message>
        <source>Do not fetch</source>
        <translation>不获取</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Fetch {count} pictures</source>
        <translation>获取 {count} 张图片</translation>
    </message>
    <message>
        <source>{servers} and {count} more</source>
        <translation>{servers} 以及另外 {count} 个</translation>
    </message>
    <message>
        <source>{count} pictures are on the web, at: {servers}.</source>
        <translation>有 {count} 张图片在网络上，位于：{servers}。</translation>
    </message>
    <message>
        <source>To fetch them, this computer asks those servers, which then know that it did. Nothing of your customers and their orders is sent. The pictures are kept in the folder of your shop.</source>
        <translation>获取图片时，这台电脑会向这些服务器发出请求，对方会知道有过请求。不会发送任何客户或订单信息。图片保存在店铺的文件夹中。</translation>
    </message>
</context>
<context>
    <name>FirstCard</name>
    <message>
        <source>What stands first</source>
        <translation>什么排在最前</translation>
    </message>
    <message>
        <source>Add a product…</source>
        <translation>添加商品…</translation>
    </message>
    <message>
        <source>These products open every list, whoever it is for, unless the customer has them already.</source>
        <translation>无论列表给谁看，这些商品都排在最前，除非客户已经有了。</translation>
    </message>
    <message>
        <source>No longer in the catalogue</source>
        <translation>已不在商品目录中</translation>
    </message>
    <message>
        <source>Move up: {title}</source>
        <translation>上移：{title}</translation>
    </message>
    <message>
        <source>Move down: {title}</source>
        <translation>下移：{title}</translation>
    </message>
    <message>
        <source>No longer first: {title}</source>
        <translation>不再置顶：{title}</translation>
    </message>
</context>
<context>
    <name>FolderField</name>
    <message>
        <source>Use no folder</source>
        <extracomment>Letters of a folder's name that fit onto the button.</extracomment>
        <translation>不使用文件夹</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>选择文件夹</translation>
    </message>
</context>
<context>
    <name>FormatQuestion</name>
    <message>
        <source>Yes, this is right</source>
        <translation>对，没有问题</translation>
    </message>
    <message>
        <source>Are all letters below right? The likeliest encoding is {guess}.</source>
        <translation>下面的文字都正确吗？最可能的编码是 {guess}。</translation>
    </message>
    <message>
        <source>Are the rows below cut into the right cells? They are cut at: {guess}</source>
        <translation>下面各行的单元格分得对吗？目前的分隔符：{guess}</translation>
    </message>
    <message>
        <source>If they are not, change the settings above until they are.</source>
        <translation>如果不对，请更改上面的设置，直到正确为止。</translation>
    </message>
</context>
<context>
    <name>GapsCard</name>
    <message>
        <source>What to collect next</source>
        <translation>接下来该收集什么</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺少</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message>
        <source>Hand out</source>
        <extracomment>A figure that is still being typed is not followed at each digit.</extracomment>
        <translation>对外输出</translation>
    </message>
    <message>
        <source>It will be a PDF file of some pages</source>
        <translation>将生成几页的 PDF 文件</translation>
    </message>
    <message>
        <source>All customers' lists are made for it, which takes a moment.</source>
        <translation>需要先生成所有客户的推荐列表，请稍候片刻。</translation>
    </message>
    <message>
        <source>What to hand out</source>
        <translation>输出什么</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies all rows for a spreadsheet</source>
        <translation>复制全部行，供电子表格使用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Who would like this</source>
        <translation>谁会喜欢</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>File with e-mail addresses</source>
        <translation>含邮箱地址的文件</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>已停止；没有写入文件。</translation>
    </message>
    <message>
        <source>{count} rows are on the clipboard: paste them into a spreadsheet.</source>
        <translation>{count} 行已复制到剪贴板，可粘贴到电子表格中。</translation>
    </message>
</context>
<context>
    <name>HandOutOptions</name>
    <message>
        <source>Other products than in the last mailing</source>
        <extracomment>Days offered for "active in the last ... days"; 0 stands for all customers. How many letters, customers and neighbours are offered first.</extracomment>
        <translation>不重复上次邮件里的商品</translation>
    </message>
    <message>
        <source>They are written into the mailing and kept nowhere else.</source>
        <translation>地址只写入这份邮件名单，不会保存在其他地方。</translation>
    </message>
    <message>
        <source>Products beside each</source>
        <translation>每件商品旁的商品数</translation>
    </message>
    <message>
        <source>Products per customer</source>
        <translation>每位客户的商品数</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers per product</source>
        <translation>每件商品的客户数</translation>
    </message>
    <message>
        <source>{count} addresses</source>
        <translation>{count} 个地址</translation>
    </message>
    <message>
        <source>Active in the last {days} days</source>
        <translation>最近 {days} 天活跃</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>The last {days} days</source>
        <translation>最近 {days} 天</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>So that a product of which few pieces are left is not promised to everybody.</source>
        <translation>避免把所剩不多的商品推荐给所有人。</translation>
    </message>
    <message>
        <source>Rules for</source>
        <translation>规则用于</translation>
    </message>
    <message>
        <source>Customers per piece in stock</source>
        <translation>每件库存推荐给几位客户</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>发给谁</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>News of</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>E-mail addresses</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>从文件读取…</translation>
    </message>
    <message>
        <source>For</source>
        <translation>用于</translation>
    </message>
    <message>
        <source>Choose a product…</source>
        <translation>选择商品…</translation>
    </message>
</context>
<context>
    <name>HandOutPreview</name>
    <message>
        <source>First rows</source>
        <extracomment>Errors that say only that there is nothing yet. No column takes more of the table than this.</extracomment>
        <translation>前几行</translation>
    </message>
    <message>
        <source>No product has another that goes with it, or the shop has none yet.</source>
        <translation>还没有商品能与其他商品搭配，或店铺中还没有商品。</translation>
    </message>
    <message>
        <source>Nothing to hand out yet</source>
        <translation>还没有可输出的内容</translation>
    </message>
    <message>
        <source>First rows:</source>
        <translation>前几行：</translation>
    </message>
    <message>
        <source>{count} customers. First rows:</source>
        <translation>{count} 位客户。前几行：</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>Text of the chapter</source>
        <translation>章节内容</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>No chapter has these words. Try one word, or empty the box to see all chapters.</source>
        <translation>没有哪一章包含这些词。请只输入一个词，或清空搜索框查看所有章节。</translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>What the customer did</source>
        <translation>该客户的行为</translation>
    </message>
    <message>
        <source>This customer has not bought or looked at anything in your files.</source>
        <translation>在您的文件中，该客户没有购买或浏览过任何商品。</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条记录</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>What</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>HistoryTable</name>
    <message>
        <source>What the customer did</source>
        <translation>该客户的行为</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>How your shop is doing</source>
        <translation>您的店铺近况</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Products, orders, or one file with both, as your shop exports them: CSV, Excel, JSON, XML or ZIP.</source>
        <translation>店铺导出的商品、订单，或两者合一的文件：CSV、Excel、JSON、XML 或 ZIP。</translation>
    </message>
    <message>
        <source>Choose the files of your shop</source>
        <translation>选择您店铺的文件</translation>
    </message>
    <message>
        <source>You can drop files and folders here, too.</source>
        <translation>也可以把文件和文件夹拖到这里。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>将会发生什么</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>移除文件</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
    <message>
        <source>Stopped; your shop is as it was before.</source>
        <translation>已停止，店铺保持原样。</translation>
    </message>
    <message>
        <source>{name} skipped rows.csv</source>
        <translation>{name} 跳过的行.csv</translation>
    </message>
    <message>
        <source>Save skipped rows</source>
        <translation>保存跳过的行</translation>
    </message>
    <message>
        <source>The skipped rows are in {name}.</source>
        <translation>跳过的行保存在 {name} 中。</translation>
    </message>
</context>
<context>
    <name>ImportFilePanel</name>
    <message>
        <source>About this file</source>
        <translation>关于此文件</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>忘记这些设置</translation>
    </message>
    <message>
        <source>Your settings for such files are remembered from last time.</source>
        <translation>已沿用您上次为这类文件选择的设置。</translation>
    </message>
    <message>
        <source>What you say here holds for 1 more file with the same columns.</source>
        <translation>您在这里的选择也适用于另外 1 个列相同的文件。</translation>
    </message>
    <message>
        <source>What you say here holds for {count} more files with the same columns.</source>
        <translation>您在这里的选择也适用于另外 {count} 个列相同的文件。</translation>
    </message>
    <message>
        <source>Say above one of the columns below that it is this one.</source>
        <translation>请在下面某一列的上方指明它就是这一项。</translation>
    </message>
    <message>
        <source>Choose the encoding above until the letters look right.</source>
        <translation>请在上方更换编码，直到文字显示正确。</translation>
    </message>
</context>
<context>
    <name>ImportFilesPage</name>
    <message>
        <source>Files</source>
        <extracomment>Files left out of which one by one is said why; further ones are counted.</extracomment>
        <translation>文件</translation>
    </message>
    <message>
        <source>Looking into the files…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>Mend or remove first: {names}</source>
        <translation>请先修正或移除：{names}</translation>
    </message>
    <message>
        <source>A question is open about: {names}</source>
        <translation>还有问题需要回答：{names}</translation>
    </message>
    <message>
        <source>Nothing of this is needed here.</source>
        <translation>这里不需要这些文件。</translation>
    </message>
    <message>
        <source>{name}: can be imported</source>
        <translation>{name}：可以导入</translation>
    </message>
    <message>
        <source>{name}: not needed</source>
        <translation>{name}：不需要</translation>
    </message>
    <message>
        <source>{name}: needs your answer</source>
        <translation>{name}：需要您的回答</translation>
    </message>
    <message>
        <source>1 file left out…</source>
        <translation>略去 1 个文件…</translation>
    </message>
    <message>
        <source>{count} files left out…</source>
        <translation>略去 {count} 个文件…</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>另有 {count} 个。</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ImportForecast</name>
    <message>
        <source>This import would bring</source>
        <extracomment>Cells of which nothing is known yet.</extracomment>
        <translation>这次导入将带来</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>The files are being checked. You need not wait for it.</source>
        <translation>正在检查文件，不必等待。</translation>
    </message>
    <message>
        <source>Nothing new: your shop has all of it already.</source>
        <translation>没有新内容：您的店铺里都已经有了。</translation>
    </message>
    <message>
        <source>All files together</source>
        <translation>全部文件合计</translation>
    </message>
    <message>
        <source>1 row cannot be read and will be skipped. You can save, mend and import it afterwards.</source>
        <translation>有 1 行无法读取，将被跳过。之后可以保存、修正并重新导入。</translation>
    </message>
    <message>
        <source>{count} rows cannot be read and will be skipped. You can save, mend and import them afterwards.</source>
        <translation>有 {count} 行无法读取，将被跳过。之后可以保存、修正并重新导入。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Not checked. You can import the files all the same.</source>
        <translation>未检查。仍然可以导入这些文件。</translation>
    </message>
</context>
<context>
    <name>ImportPolicy</name>
    <message>
        <source>What your shop has already</source>
        <translation>店铺里已有的内容</translation>
    </message>
    <message>
        <source>Bring it up to date</source>
        <translation>更新为最新</translation>
    </message>
    <message>
        <source>What the files say replaces what your shop says. An empty cell erases nothing.</source>
        <translation>以文件中的内容为准。空单元格不会清除任何内容。</translation>
    </message>
    <message>
        <source>Keep my products as they are</source>
        <translation>保持我的商品不变</translation>
    </message>
    <message>
        <source>Products you have stay unchanged. New products are added, and purchases are brought up to date.</source>
        <translation>已有商品保持不变，添加新商品，并更新购买记录。</translation>
    </message>
    <message>
        <source>Only add what is new</source>
        <translation>只添加新内容</translation>
    </message>
    <message>
        <source>New products and new purchases are added. Nothing that is there is touched.</source>
        <translation>只添加新商品和新的购买记录，已有内容一概不动。</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>First rows of the file</source>
        <extracomment>Letters of a cell that are shown; the rest is its tool tip.</extracomment>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>not stored</source>
        <translation>不保存</translation>
    </message>
    <message>
        <source>used, too</source>
        <translation>一并使用</translation>
    </message>
    <message>
        <source>What the column {name} holds</source>
        <translation>“{name}”列的内容</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>不使用</translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Save skipped rows…</source>
        <translation>保存跳过的行…</translation>
    </message>
    <message>
        <source>Open the saved rows</source>
        <translation>打开保存的行</translation>
    </message>
    <message>
        <source>Import the mended rows</source>
        <translation>导入修正后的行</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Nothing new in these files</source>
        <translation>这些文件里没有新内容</translation>
    </message>
    <message>
        <source>Saved as {name}. Mend the rows there, save the table as CSV, then import it.</source>
        <translation>已保存为 {name}。请在其中修正各行，另存为 CSV，然后导入。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Your shop is as it was before this import.</source>
        <translation>您的店铺已恢复到这次导入之前的状态。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>Already there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>1 row could not be read and was skipped</source>
        <translation>有 1 行无法读取，已跳过</translation>
    </message>
    <message>
        <source>{count} rows could not be read and were skipped</source>
        <translation>有 {count} 行无法读取，已跳过</translation>
    </message>
    <message>
        <source>{title}; the first {count} are listed</source>
        <translation>{title}；下面列出前 {count} 行</translation>
    </message>
</context>
<context>
    <name>ImportSettingsPanel</name>
    <message>
        <source>Not known yet</source>
        <extracomment>What a person can say about a file of each kind. A header further down than this is looked for in vain.</extracomment>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>其他…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The file holds</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>It comes from</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Encoding of the letters</source>
        <translation>文字编码</translation>
    </message>
    <message>
        <source>Cells are separated by</source>
        <translation>单元格分隔符</translation>
    </message>
    <message>
        <source>Quotation marks around cells</source>
        <translation>单元格引号</translation>
    </message>
    <message>
        <source>Column names are in line</source>
        <translation>列名所在行</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Hide settings</source>
        <translation>收起设置</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动识别</translation>
    </message>
    <message>
        <source>No known shop system</source>
        <translation>不是已知的店铺系统</translation>
    </message>
    <message>
        <source>separated by {delimiter}</source>
        <translation>以{delimiter}分隔</translation>
    </message>
    <message>
        <source>names in line {number}</source>
        <translation>列名在第 {number} 行</translation>
    </message>
    <message>
        <source>without column names</source>
        <translation>没有列名</translation>
    </message>
    <message>
        <source>dates: day first</source>
        <translation>日期：先日后月</translation>
    </message>
    <message>
        <source>dates: month first</source>
        <translation>日期：先月后日</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>小数逗号</translation>
    </message>
    <message>
        <source>Other encoding</source>
        <translation>其他编码</translation>
    </message>
    <message>
        <source>Name of the encoding, for example iso-8859-2 or koi8-r:</source>
        <translation>编码名称，例如 iso-8859-2 或 koi8-r：</translation>
    </message>
    <message>
        <source>Other separator</source>
        <translation>其他分隔符</translation>
    </message>
    <message>
        <source>The character between two cells, for example ^ or ~:</source>
        <translation>两个单元格之间的字符，例如 ^ 或 ~：</translation>
    </message>
</context>
<context>
    <name>InsightsPage</name>
    <message>
        <source>Nothing to compare yet</source>
        <translation>还没有可以比较的内容</translation>
    </message>
    <message>
        <source>Once orders are imported, this page shows whether your lists find what customers really bought.</source>
        <translation>导入订单后，这里会显示推荐列表是否找到了客户真正购买的商品。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Do the lists help?</source>
        <translation>推荐列表有用吗？</translation>
    </message>
    <message>
        <source>The program makes the lists your customers would have seen some weeks ago, and counts who then bought something from their list. A plain bestseller list is measured in the same way.</source>
        <translation>程序会做出客户几周前本该看到的推荐列表，再数一数有多少人后来买了列表里的商品。普通的畅销榜也用同样的方法衡量。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Compare again</source>
        <translation>重新比较</translation>
    </message>
    <message>
        <source>Customers whose next purchase was on their list</source>
        <translation>之后购买的商品在其推荐列表上的客户</translation>
    </message>
    <message>
        <source>The thin line shows how far the share may be off by chance: the true one lies on it 19 times out of 20.</source>
        <translation>细线表示这个比例可能有多大的偶然误差：20 次中有 19 次，真实值落在线上。</translation>
    </message>
    <message>
        <source>Share of your products that some list shows</source>
        <translation>至少出现在一个推荐列表里的商品比例</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>What do the lists look like?</source>
        <translation>推荐列表是什么样的？</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Making the lists of some weeks ago, to compare them with what was bought since…</source>
        <translation>正在生成几周前的推荐列表，并与此后的购买进行比较…</translation>
    </message>
    <message>
        <source>Stopped; your lists are made as before.</source>
        <translation>已停止；推荐列表仍按原来的方式生成。</translation>
    </message>
    <message>
        <source>Measured {when}. Your shop has changed since; compare again.</source>
        <translation>衡量于{when}。此后店铺有了变化，请重新比较。</translation>
    </message>
    <message>
        <source>Measured {when}.</source>
        <translation>衡量于{when}。</translation>
    </message>
    <message>
        <source>Your shop has changed since this was measured; compare again.</source>
        <translation>上次衡量之后店铺有了变化，请重新比较。</translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel</source>
        <extracomment>Steps of a bar: totals are bytes or rows and may not fit into Qt's integers.</extracomment>
        <translation>取消</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>正在停止</translation>
    </message>
</context>
<context>
    <name>KeyboardDialog</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Keys and what they do</source>
        <translation>按键及其作用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>On a card of a list</source>
        <translation>在列表的卡片上</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 到 {last}</translation>
    </message>
    <message>
        <source>Next or previous product</source>
        <translation>下一件或上一件商品</translation>
    </message>
    <message>
        <source>Why this product</source>
        <translation>为什么推荐这件商品</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>已购买</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>看过</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>打星</translation>
    </message>
    <message>
        <source>Not for this customer</source>
        <translation>不适合该客户</translation>
    </message>
    <message>
        <source>Never show it to this customer</source>
        <translation>不再向该客户显示</translation>
    </message>
    <message>
        <source>Next or previous control</source>
        <translation>下一个或上一个控件</translation>
    </message>
    <message>
        <source>Press a button, tick a box</source>
        <translation>按下按钮，勾选方框</translation>
    </message>
    <message>
        <source>Close a dialog or a pop-up</source>
        <translation>关闭对话框或弹出窗口</translation>
    </message>
    <message>
        <source>Open the menu bar</source>
        <translation>打开菜单栏</translation>
    </message>
</context>
<context>
    <name>LastResultCard</name>
    <message>
        <source>Last result</source>
        <translation>最近结果</translation>
    </message>
    <message>
        <source>Customers who would have found a new product they then bought in their list</source>
        <translation>本会在列表中看到后来所购新商品的客户</translation>
    </message>
    <message>
        <source>Nothing has been learnt from your shop yet. Improve does that, and keeps the result only if it is better.</source>
        <translation>程序还没有从您的店铺学习。“改进”会进行学习，并且只在结果更好时才采用。</translation>
    </message>
    <message>
        <source>New lists</source>
        <translation>新列表</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>以前</translation>
    </message>
    <message>
        <source>Bestsellers</source>
        <translation>畅销榜</translation>
    </message>
</context>
<context>
    <name>LikelyList</name>
    <message>
        <source>Customers who would like this</source>
        <translation>可能喜欢它的客户</translation>
    </message>
    <message>
        <source>Export this audience…</source>
        <translation>导出这些客户…</translation>
    </message>
</context>
<context>
    <name>ListBar</name>
    <message>
        <source>What to see of this customer</source>
        <translation>查看该客户的内容</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>History</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>哪个列表</translation>
    </message>
    <message>
        <source>Where the list is shown: each place has its own rules (page Rules).</source>
        <translation>列表显示在哪里：每个地方有自己的规则（见“规则”页）。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Print or send…</source>
        <translation>打印或发送…</translation>
    </message>
    <message>
        <source>Make a page of this customer's list, with pictures, to print or to send</source>
        <translation>把这位客户的列表做成带图片的页面，可以打印或发送</translation>
    </message>
    <message>
        <source>For anyone</source>
        <translation>不限客户</translation>
    </message>
    <message>
        <source>For this customer</source>
        <translation>只为这位客户</translation>
    </message>
</context>
<context>
    <name>ListMakingCard</name>
    <message>
        <source>How your lists are made</source>
        <translation>推荐列表是怎样生成的</translation>
    </message>
    <message>
        <source>Fit to my shop</source>
        <translation>按本店调整</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Quick: about a minute</source>
        <translation>快速：约一分钟</translation>
    </message>
    <message>
        <source>Thorough: up to 15 minutes</source>
        <translation>仔细：最多 15 分钟</translation>
    </message>
    <message>
        <source>There are no lists yet: your products were not read.</source>
        <translation>还没有推荐列表：商品尚未读取。</translation>
    </message>
    <message>
        <source>Trying out which lists would have found what was bought. Yours stay as they are until it is done.</source>
        <translation>正在试验哪种列表能找到客户后来买的商品。完成之前，您的列表保持不变。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Home</source>
        <extracomment>Must do on the smallest screen a shop has, 1366 x 768, taskbar and title included.</extracomment>
        <translation>首页</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Insights</source>
        <translation>洞察</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Drop them here: you will see what they hold before anything is imported.</source>
        <translation>把文件放在这里：导入之前会先显示其中的内容。</translation>
    </message>
    <message>
        <source>My shop</source>
        <translation>我的店铺</translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation>尚未导入任何内容</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>Nearer (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Further away (−)</source>
        <translation>缩小 (−)</translation>
    </message>
    <message>
        <source>The whole map (0)</source>
        <translation>显示整张地图 (0)</translation>
    </message>
    <message>
        <source>What is alike lies together. Drag to move, turn the wheel to zoom, press a dot to see it.</source>
        <translation>相似的商品靠在一起。拖动可移动，滚轮可缩放，点击圆点可查看商品。</translation>
    </message>
    <message>
        <source>No map yet</source>
        <translation>还没有地图</translation>
    </message>
    <message>
        <source>The map lays products that are alike side by side. It is drawn once and kept.</source>
        <translation>地图把相似的商品放在一起。只需绘制一次，之后会保存下来。</translation>
    </message>
    <message>
        <source>Draw the map</source>
        <translation>绘制地图</translation>
    </message>
    <message>
        <source>The map is being drawn</source>
        <translation>正在绘制地图</translation>
    </message>
    <message>
        <source>Some seconds, or half a minute for 100,000 products.</source>
        <translation>只需几秒；10 万件商品约需半分钟。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Menu</source>
        <extracomment>Property of an action whose text changes: what it is called where all actions are listed. Letters of what would be taken back that the menu shows.</extracomment>
        <translation>菜单</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Import &amp;again</source>
        <translation>再次导入(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Past imports…</source>
        <translation>历史导入(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Add product…</source>
        <translation>添加商品(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Hand out…</source>
        <translation>对外输出(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Move to another computer…</source>
        <translation>搬到另一台电脑(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>{path} is not there any more</source>
        <translation>{path} 已不在原处</translation>
    </message>
    <message>
        <source>&amp;Forget these files</source>
        <translation>清除这些记录(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Lists…</source>
        <translation>推荐列表(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Products…</source>
        <translation>商品(&amp;P)…</translation>
    </message>
    <message>
        <source>Export products</source>
        <translation>导出商品</translation>
    </message>
    <message>
        <source>&amp;What customers did…</source>
        <translation>客户行为(&amp;W)…</translation>
    </message>
    <message>
        <source>Export what customers did</source>
        <translation>导出客户行为</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Fee&amp;dback</source>
        <translation>反馈(&amp;D)</translation>
    </message>
    <message>
        <source>All &amp;answers…</source>
        <translation>全部反馈(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Help for this page</source>
        <translation>本页帮助(&amp;H)</translation>
    </message>
    <message>
        <source>First &amp;steps</source>
        <translation>第一步(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keyboard…</source>
        <translation>键盘(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;About this program</source>
        <translation>关于本程序(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;Undo: {what}</source>
        <translation>撤销(&amp;U)：{what}</translation>
    </message>
    <message>
        <source>Export lists</source>
        <translation>导出推荐列表</translation>
    </message>
    <message>
        <source>recsys_desktop {version}

Recommendations a small shop can run itself. Nothing leaves this computer.</source>
        <translation>recsys_desktop {version}

小店铺自己就能运行的推荐程序。任何数据都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于本程序</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Model to compare with</source>
        <extracomment>By how much the scroll bar is slimmer than the room that is left for it above.</extracomment>
        <translation>用来比较的模型</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>关闭比较</translation>
    </message>
    <message>
        <source>These lists are not kept</source>
        <translation>这些列表没有保留</translation>
    </message>
    <message>
        <source>Make them</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Model {number} · in use</source>
        <translation>模型 {number} · 正在使用</translation>
    </message>
    <message>
        <source>Model {number}</source>
        <translation>模型 {number}</translation>
    </message>
    <message>
        <source>Only the lists of the model in use are kept. Making those of model {number} takes a moment; yours stay.</source>
        <translation>只保留正在使用的模型的列表。生成模型 {number} 的列表需要一点时间；现有的列表不变。</translation>
    </message>
    <message>
        <source>Making the lists of model {number}…</source>
        <translation>正在生成模型 {number} 的推荐列表……</translation>
    </message>
    <message>
        <source>Both models make the same list.</source>
        <translation>两个模型给出的列表相同。</translation>
    </message>
    <message>
        <source>{shared} of {all} products are in both lists, none of them in the same place.</source>
        <translation>{all} 件商品中有 {shared} 件两个列表都有，没有位置相同的。</translation>
    </message>
    <message>
        <source>{shared} of {all} products are in both lists, {same} of them in the same place.</source>
        <translation>{all} 件商品中有 {shared} 件两个列表都有，其中 {same} 件位置相同。</translation>
    </message>
    <message>
        <source>Model {number} · original</source>
        <translation>模型 {number} · 自带</translation>
    </message>
    <message>
        <source>Model {number} · {when}</source>
        <translation>模型 {number} · {when}</translation>
    </message>
</context>
<context>
    <name>MonthBars</name>
    <message>
        <source>Active in {active} of the last {all} months.</source>
        <translation>最近 {all} 个月里有 {active} 个月来过。</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>一年前</translation>
    </message>
    <message>
        <source>end of your data</source>
        <translation>数据截止</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move to another computer</source>
        <translation>搬到另一台电脑</translation>
    </message>
    <message>
        <source>Stopped; no file was written.</source>
        <translation>已停止；没有写入文件。</translation>
    </message>
    <message>
        <source>Stopped; your shop stays as it is.</source>
        <translation>已停止；您的店铺保持原样。</translation>
    </message>
    <message>
        <source>Save this shop as a file…</source>
        <translation>把本店保存为文件…</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Replace this shop at the next start</source>
        <translation>下次启动时替换本店</translation>
    </message>
    <message>
        <source>A shop from another computer has arrived whole. It takes this one's place at the next start.</source>
        <translation>另一台电脑的店铺已完整到达，将在下次启动时替换本店。</translation>
    </message>
    <message>
        <source>Keep this shop instead</source>
        <translation>还是保留本店</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Take this shop with you</source>
        <translation>带走本店</translation>
    </message>
    <message>
        <source>One file with everything: products, customers, answers, what was learnt, and the key that tells which customer is behind a code. Carry it on a stick, and delete it afterwards: whoever has it has your customers' data.</source>
        <translation>一个文件包含全部内容：商品、客户、反馈、学到的模型，以及代码与客户对应的密钥。请用 U 盘携带，用完删除：拿到它的人就拿到了您的客户数据。</translation>
    </message>
    <message>
        <source>Bring in a shop from another computer</source>
        <translation>接入另一台电脑的店铺</translation>
    </message>
    <message>
        <source>Every byte of the file is checked first. The shop that is here now is not deleted: it is kept in a folder beside the new one.</source>
        <translation>会先逐字节检查文件。现在的店铺不会被删除，而是保留在新店铺旁边的文件夹里。</translation>
    </message>
    <message>
        <source>Save this shop as a file</source>
        <translation>把本店保存为文件</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Packed shop</source>
        <translation>打包的店铺</translation>
    </message>
    <message>
        <source>{name} is ready ({size}): {items} products, {users} customers.</source>
        <translation>{name} 已生成（{size}）：{items} 件商品，{users} 位客户。</translation>
    </message>
    <message>
        <source>{shop}, packed {time}: {items} products, {users} customers, {actions} purchases and other actions.</source>
        <translation>{shop}，打包于 {time}：{items} 件商品，{users} 位客户，{actions} 次购买及其他行为。</translation>
    </message>
    <message>
        <source>A shop without a name</source>
        <translation>未命名的店铺</translation>
    </message>
    <message>
        <source>Your shop stays as it is.</source>
        <translation>您的店铺保持原样。</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>Nothing leaves this computer</source>
        <translation>数据不会离开这台电脑</translation>
    </message>
</context>
<context>
    <name>NearTitlesList</name>
    <message>
        <source>Products with nearly the same name</source>
        <translation>名称几乎相同的商品</translation>
    </message>
    <message>
        <source>2 products have nearly the same name: is one of them there twice?</source>
        <translation>有 2 个商品名称几乎相同：是否重复了？</translation>
    </message>
    <message>
        <source>{count} pairs of products have nearly the same name: is one of them there twice?</source>
        <translation>有 {count} 对商品名称几乎相同：是否重复了？</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Other product</source>
        <translation>另一商品</translation>
    </message>
</context>
<context>
    <name>NewCustomerDialog</name>
    <message>
        <source>New customer</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Find a product</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Products to pick</source>
        <translation>可选的商品</translation>
    </message>
    <message>
        <source>Recommended to this customer</source>
        <translation>推荐给这位客户的商品</translation>
    </message>
    <message>
        <source>&amp;Number or name</source>
        <translation>编号或名称(&amp;N)</translation>
    </message>
    <message>
        <source>Keep as customer</source>
        <translation>保存为客户</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What they have</source>
        <translation>客户已有的商品</translation>
    </message>
    <message>
        <source>What to recommend them</source>
        <translation>推荐什么</translation>
    </message>
    <message>
        <source>No product has “{text}” in its name, category, brand or number.</source>
        <translation>没有商品的名称、分类、品牌或编号中含有“{text}”。</translation>
    </message>
    <message>
        <source>There are no products yet: import a product file.</source>
        <translation>还没有商品：请导入商品文件。</translation>
    </message>
</context>
<context>
    <name>NextStepCard</name>
    <message>
        <source>What to do next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Read my products</source>
        <translation>读取我的商品</translation>
    </message>
    <message>
        <source>Import orders</source>
        <translation>导入订单</translation>
    </message>
    <message>
        <source>Improve</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>Look at customers</source>
        <translation>查看客户</translation>
    </message>
</context>
<context>
    <name>NightlyCard</name>
    <message>
        <source>Nightly run</source>
        <translation>夜间运行</translation>
    </message>
    <message>
        <source>Your computer imports new files and writes all lists by itself, also while the program is closed.</source>
        <translation>电脑会自动导入新文件并写好所有推荐列表，即使程序已关闭。</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>设置…</translation>
    </message>
</context>
<context>
    <name>NightlyDialog</name>
    <message>
        <source>Nightly run</source>
        <translation>夜间运行</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>写入的内容</translation>
    </message>
    <message>
        <source>Write it into the timetable</source>
        <translation>写入定时任务</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>What stands there now?</source>
        <translation>现在有什么？</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Every night at</source>
        <translation>每晚时间</translation>
    </message>
    <message>
        <source>Import what is new in</source>
        <translation>导入此文件夹中的新文件</translation>
    </message>
    <message>
        <source>Write all lists to</source>
        <translation>把所有列表写入</translation>
    </message>
    <message>
        <source>New files are imported, new products read, and everybody's list is written to a file.</source>
        <translation>导入新文件，读取新商品，并把每位客户的推荐列表写入文件。</translation>
    </message>
    <message>
        <source>Exactly this is written, and nothing before you press the button:</source>
        <translation>将原样写入以下内容；按下按钮之前不会写入任何内容：</translation>
    </message>
    <message>
        <source>The Task Scheduler of Windows starts it, also while this window is closed.</source>
        <translation>由 Windows 任务计划程序启动，即使本窗口已关闭。</translation>
    </message>
    <message>
        <source>Your system's timetable (cron) starts it, also while this window is closed.</source>
        <translation>由系统的定时任务（cron）启动，即使本窗口已关闭。</translation>
    </message>
    <message>
        <source>These are your choices of the last time it was written.</source>
        <translation>这是您上次写入时的选择。</translation>
    </message>
    <message>
        <source>Written. It runs every night, while this computer is on.</source>
        <translation>已写入。只要电脑开着，每晚都会运行。</translation>
    </message>
    <message>
        <source>Removed. Nothing runs at night any more.</source>
        <translation>已移除。夜间不再运行。</translation>
    </message>
    <message>
        <source>Nothing of this shop stands in the timetable.</source>
        <translation>定时任务中没有本店的条目。</translation>
    </message>
    <message>
        <source>There now: {entry}</source>
        <translation>现有条目：{entry}</translation>
    </message>
</context>
<context>
    <name>OutCard</name>
    <message>
        <source>What is never recommended</source>
        <translation>什么永不推荐</translation>
    </message>
    <message>
        <source>Not in these lists</source>
        <translation>不在这些列表中</translation>
    </message>
    <message>
        <source>In no list at all</source>
        <translation>不在任何列表中</translation>
    </message>
    <message>
        <source>Add a product…</source>
        <translation>添加商品…</translation>
    </message>
    <message>
        <source>Keep a product out of these lists…</source>
        <translation>让商品不进入这些列表…</translation>
    </message>
    <message>
        <source>Keep a product out of every list…</source>
        <translation>让商品不进入任何列表…</translation>
    </message>
    <message>
        <source>Not in these lists:</source>
        <translation>不在这些列表中：</translation>
    </message>
    <message>
        <source>In no list at all, whatever other rules say:</source>
        <translation>无论其他规则如何，不在任何列表中：</translation>
    </message>
    <message>
        <source>No longer in the catalogue</source>
        <translation>已不在商品目录中</translation>
    </message>
    <message>
        <source>Recommend again: {title}</source>
        <translation>重新推荐：{title}</translation>
    </message>
</context>
<context>
    <name>PastImportsDialog</name>
    <message>
        <source>Past imports</source>
        <extracomment>The column of what an import brought, which has the room that is left. Files of one import that are named, and the letters of each; further ones are counted.</extracomment>
        <translation>历史导入</translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation>尚未导入任何内容</translation>
    </message>
    <message>
        <source>Every import is listed here with what it brought. The last one can be taken back.</source>
        <translation>每次导入及其带来的内容都列在这里。最近一次可以撤销。</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What it brought</source>
        <translation>带来的内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Undo the import of {files}</source>
        <translation>撤销 {files} 的导入</translation>
    </message>
    <message>
        <source>The shop has changed since; the last import can no longer be taken back.</source>
        <translation>此后店铺有了变化，最近一次导入已无法撤销。</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} 等另外 {count} 个</translation>
    </message>
    <message>
        <source>taken back {time}</source>
        <translation>已撤销（{time}）</translation>
    </message>
    <message>
        <source>can be taken back</source>
        <translation>可以撤销</translation>
    </message>
    <message>
        <source>in your shop</source>
        <translation>已在店铺中</translation>
    </message>
</context>
<context>
    <name>PickedProducts</name>
    <message>
        <source>Products picked</source>
        <translation>已选的商品</translation>
    </message>
    <message>
        <source>Nothing picked yet. Press a product in the list below: three are enough.</source>
        <translation>还没有选择。请在下面的列表里点选商品：三件就够了。</translation>
    </message>
</context>
<context>
    <name>PriceStrip</name>
    <message>
        <source>Mostly {band}; the dearest was {most}.</source>
        <extracomment>Room left for a bar and the gaps around it however long the names are. What a list is made of to a lesser share would be shown as 0 %. Below this width the four charts stand two by two.</extracomment>
        <translation>大多在 {band}；最贵的一件 {most}。</translation>
    </message>
</context>
<context>
    <name>ProductDetail</name>
    <message>
        <source>Similar</source>
        <translation>相似商品</translation>
    </message>
    <message>
        <source>What to see of this product</source>
        <translation>查看该商品的内容</translation>
    </message>
    <message>
        <source>Never recommended</source>
        <translation>从不推荐</translation>
    </message>
    <message>
        <source>What else to do with this product</source>
        <translation>对此商品的更多操作</translation>
    </message>
    <message>
        <source>Similar products</source>
        <translation>相似商品</translation>
    </message>
    <message>
        <source>Products bought together with this</source>
        <translation>与此商品一起购买的商品</translation>
    </message>
    <message>
        <source>Products like this one</source>
        <translation>与此商品相似的商品</translation>
    </message>
    <message>
        <source>Bought with</source>
        <translation>一起购买</translation>
    </message>
    <message>
        <source>Products that are bought together with this one</source>
        <translation>与此商品一起购买的商品</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>适合谁</translation>
    </message>
    <message>
        <source>Customers who would like this product</source>
        <translation>会喜欢此商品的客户</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>This is the only product of the catalogue.</source>
        <translation>目录中只有这一件商品。</translation>
    </message>
    <message>
        <source>No product shared two orders with this one so far. It is counted from your orders: the more there are, the more shows.</source>
        <translation>目前还没有哪件商品与它两次出现在同一订单中。这是根据您的订单统计的：订单越多，看得越清楚。</translation>
    </message>
    <message>
        <source>No customers yet: they come with a file of orders.</source>
        <translation>还没有客户：导入订单文件后就会有。</translation>
    </message>
</context>
<context>
    <name>ProductDialog</name>
    <message>
        <source>Add a product</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Change a product</source>
        <translation>修改商品</translation>
    </message>
    <message>
        <source>Remove product</source>
        <translation>移除商品</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add product</source>
        <translation>添加商品</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Its words decide who is shown it: it takes its place at once, beside the products that are like it.</source>
        <translation>向谁推荐由文字决定：添加后，它立刻排到相似商品的旁边。</translation>
    </message>
    <message>
        <source>Stopped; nothing was stored.</source>
        <translation>已停止；没有保存任何内容。</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>在后台继续</translation>
    </message>
</context>
<context>
    <name>ProductFields</name>
    <message>
        <source>In a few words, for example: striped linen tea towel</source>
        <extracomment>With it, the words of the description begin below those of the lines above.</extracomment>
        <translation>简短几个词，例如：条纹亚麻茶巾</translation>
    </message>
    <message>
        <source>&amp;Title (needed)</source>
        <translation>名称（必填）(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>编号(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>价格(&amp;P)</translation>
    </message>
    <message>
        <source>In &amp;stock</source>
        <translation>库存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>分类(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Brand</source>
        <translation>品牌(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>描述(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Price ({currency})</source>
        <translation>价格（{currency}）(&amp;P)</translation>
    </message>
    <message>
        <source>This is not an amount.</source>
        <translation>这不是金额。</translation>
    </message>
    <message>
        <source>This is not a whole number.</source>
        <translation>这不是整数。</translation>
    </message>
    <message>
        <source>A product needs a title.</source>
        <translation>商品需要名称。</translation>
    </message>
    <message>
        <source>A product needs a number.</source>
        <translation>商品需要编号。</translation>
    </message>
</context>
<context>
    <name>ProductFilters</name>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Which products to show</source>
        <translation>显示哪些商品</translation>
    </message>
    <message>
        <source>Sort by…</source>
        <translation>排序…</translation>
    </message>
    <message>
        <source>All products</source>
        <translation>所有商品</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>有货</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>已售罄</translation>
    </message>
    <message>
        <source>Never bought</source>
        <translation>从未售出</translation>
    </message>
    <message>
        <source>Never recommended</source>
        <translation>从不推荐</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cheapest first</source>
        <translation>价格从低到高</translation>
    </message>
    <message>
        <source>Dearest first</source>
        <translation>价格从高到低</translation>
    </message>
    <message>
        <source>Least in stock first</source>
        <translation>库存从少到多</translation>
    </message>
    <message>
        <source>Most in stock first</source>
        <translation>库存从多到少</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有分类</translation>
    </message>
</context>
<context>
    <name>ProductShelf</name>
    <message>
        <source>Find a product</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Add product…</source>
        <translation>添加商品…</translation>
    </message>
    <message>
        <source>Pictures and hand-outs</source>
        <translation>图片与导出</translation>
    </message>
    <message>
        <source>How to look at the products</source>
        <translation>查看商品的方式</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Products whose text says too little</source>
        <translation>文字过少的商品</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No product has these words in its name, number, group, brand or tags, or the filters leave it out.</source>
        <translation>没有商品的名称、编号、分类、品牌或标签包含这些词，或者被筛选条件排除了。</translation>
    </message>
    <message>
        <source>Show all products</source>
        <translation>显示所有商品</translation>
    </message>
    <message>
        <source>Texts ({count})</source>
        <translation>文字 ({count})</translation>
    </message>
    <message>
        <source>{total} products</source>
        <translation>{total} 件商品</translation>
    </message>
    <message>
        <source>{found} of {total} products</source>
        <translation>{total} 件商品中的 {found} 件</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>No products yet</source>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>Products appear here once your catalogue, or a file of orders, is imported.</source>
        <translation>导入商品目录或订单文件后，商品就会出现在这里。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>in {share} of the orders with this ({count})</source>
        <translation>在含此商品的订单中占 {share}（{count} 笔）</translation>
    </message>
    <message>
        <source>Change this product…</source>
        <translation>修改此商品…</translation>
    </message>
    <message>
        <source>Export who would like this…</source>
        <translation>导出会喜欢此商品的客户…</translation>
    </message>
    <message>
        <source>Fetch pictures…</source>
        <translation>获取图片…</translation>
    </message>
    <message>
        <source>Hand out similar products…</source>
        <translation>导出相似商品…</translation>
    </message>
    <message>
        <source>Hand out what is bought together…</source>
        <translation>导出一起购买的商品…</translation>
    </message>
</context>
<context>
    <name>ProfileChart</name>
    <message>
        <source>Not known yet</source>
        <translation>尚不清楚</translation>
    </message>
    <message>
        <source>What they like</source>
        <translation>喜欢什么</translation>
    </message>
    <message>
        <source>What they pay</source>
        <translation>消费价位</translation>
    </message>
    <message>
        <source>When they came</source>
        <translation>什么时候来过</translation>
    </message>
    <message>
        <source>What the list is made of</source>
        <translation>列表由什么得出</translation>
    </message>
</context>
<context>
    <name>ProfileHeader</name>
    <message>
        <source>Compare models</source>
        <extracomment>Height that charts get however low the window is. What a button takes besides its words: drawing, padding, and the gap beside it.</extracomment>
        <translation>比较模型</translation>
    </message>
    <message>
        <source>Show this customer's list beside that of another model version</source>
        <translation>把这位客户的列表和另一个模型版本的列表并排显示</translation>
    </message>
    <message>
        <source>Export lists</source>
        <translation>导出推荐列表</translation>
    </message>
    <message>
        <source>Save the lists of all customers as a file</source>
        <translation>把所有客户的推荐列表保存为文件</translation>
    </message>
    <message>
        <source>Show as charts</source>
        <translation>用图表显示</translation>
    </message>
    <message>
        <source>What they like, what they pay, when they came, and what the list is made of</source>
        <translation>喜欢什么、消费价位、什么时候来过、列表由什么得出</translation>
    </message>
    <message>
        <source>Customer {id}</source>
        <translation>客户 {id}</translation>
    </message>
    <message>
        <source>1 order</source>
        <translation>1 笔订单</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} 笔订单</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Your answer tells most about what else suits them.</source>
        <translation>您的回答最能说明还有什么适合该客户。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>I don't know</source>
        <translation>不知道</translation>
    </message>
    <message>
        <source>Don't ask</source>
        <translation>不再提问</translation>
    </message>
    <message>
        <source>Ask no more questions</source>
        <translation>不再提出问题</translation>
    </message>
    <message>
        <source>Would {customer} like {title}?</source>
        <translation>{customer} 会喜欢“{title}”吗？</translation>
    </message>
</context>
<context>
    <name>ReasonModel</name>
    <message>
        <source>{count} smaller reasons</source>
        <extracomment>The bar of a row, for the delegate that draws it: see :class:`Bar`. Reasons named one by one at first; all further ones are one row.</extracomment>
        <translation>另外 {count} 个较小的理由</translation>
    </message>
    <message>
        <source>A product that has left the catalogue</source>
        <translation>已从目录中移除的商品</translation>
    </message>
    <message>
        <source>Without it?</source>
        <translation>没有它呢？</translation>
    </message>
    <message>
        <source>{rank} → {without}</source>
        <translation>{rank} → {without}</translation>
    </message>
    <message>
        <source>Without {title} it would fall from place {rank} to {without}.</source>
        <translation>没有“{title}”，它会从第 {rank} 位降到第 {without} 位。</translation>
    </message>
    <message>
        <source>Without {title} it would rise from place {rank} to {without}.</source>
        <translation>没有“{title}”，它会从第 {rank} 位升到第 {without} 位。</translation>
    </message>
    <message>
        <source>Without {title} it would still be in place {rank}.</source>
        <translation>没有“{title}”，它仍在第 {rank} 位。</translation>
    </message>
    <message>
        <source>Every reason with its part of the whole. A minus counts against the product.</source>
        <translation>每条理由及其所占比例。负号表示对该商品不利。</translation>
    </message>
    <message>
        <source>Little speaks for this product. Every reason with its weight; a minus counts against the product.</source>
        <translation>支持该商品的理由不多。下面是每条理由及其分量，负号表示对该商品不利。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
</context>
<context>
    <name>RecommendationCard</name>
    <message>
        <source>Has looked at this</source>
        <translation>看过这件商品</translation>
    </message>
    <message>
        <source>Like: {title}</source>
        <translation>喜欢：{title}</translation>
    </message>
    <message>
        <source>Likes this (L)</source>
        <translation>喜欢 (L)</translation>
    </message>
    <message>
        <source>Stars: {title}</source>
        <translation>打分：{title}</translation>
    </message>
    <message>
        <source>Give stars (1 to 5)</source>
        <translation>打星 (1 到 5)</translation>
    </message>
    <message>
        <source>Bought: {title}</source>
        <translation>已购买：{title}</translation>
    </message>
    <message>
        <source>Has bought this (B)</source>
        <translation>已经买过 (B)</translation>
    </message>
    <message>
        <source>Not for this customer: {title}</source>
        <translation>不适合该客户：{title}</translation>
    </message>
    <message>
        <source>Not for this customer (N)</source>
        <translation>不适合该客户 (N)</translation>
    </message>
    <message>
        <source>More: {title}</source>
        <translation>更多：{title}</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Why this?</source>
        <translation>为什么推荐？</translation>
    </message>
    <message>
        <source>Open the product</source>
        <translation>打开商品</translation>
    </message>
    <message>
        <source>Never show this to this customer</source>
        <translation>不再向该客户显示</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>RuleActions</name>
    <message>
        <source>Recommend this first</source>
        <translation>置顶推荐</translation>
    </message>
    <message>
        <source>Recommend this more</source>
        <translation>多推荐</translation>
    </message>
    <message>
        <source>Recommend this less</source>
        <translation>少推荐</translation>
    </message>
    <message>
        <source>Never recommend this</source>
        <translation>永不推荐</translation>
    </message>
</context>
<context>
    <name>RuleCostKeeper</name>
    <message>
        <source>What it costs can be told once a file of orders is imported.</source>
        <extracomment>Pause in a movement after which the figures are worked out. Behaviour up to which a replay takes seconds and is begun unasked. The rules whose figures are on the card, None while there are none.</extracomment>
        <translation>导入订单文件后，才能说明规则的代价。</translation>
    </message>
    <message>
        <source>Making the lists of some weeks ago, to compare them with what was bought since…</source>
        <translation>正在生成几周前的列表，与此后实际购买的商品比较…</translation>
    </message>
    <message>
        <source>Stopped: it is not known what these rules cost.</source>
        <translation>已停止：还不知道这些规则的代价。</translation>
    </message>
</context>
<context>
    <name>RulesPage</name>
    <message>
        <source>No products yet</source>
        <extracomment>Below this width the example gives room to the rules. Pause in a movement of a slider after which the example is made anew.</extracomment>
        <translation>还没有商品</translation>
    </message>
    <message>
        <source>Rules say what may be in a list and what stands first. They come into play once products are imported.</source>
        <translation>规则决定列表里可以有什么、什么排在最前。导入商品后规则才会起作用。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Here you see what the rules do to a customer's list, once a file of orders is imported.</source>
        <translation>导入订单文件后，这里会显示规则怎样改变一位客户的列表。</translation>
    </message>
    <message>
        <source>Choose a brand</source>
        <translation>选择品牌</translation>
    </message>
    <message>
        <source>Choose a category</source>
        <translation>选择分类</translation>
    </message>
    <message>
        <source>Rules for another place</source>
        <translation>为另一个地方设置规则</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Another name</source>
        <translation>另取名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Past trainings</source>
        <extracomment>From this many seconds on, a duration is told in minutes.</extracomment>
        <translation>以往的训练</translation>
    </message>
    <message>
        <source>No training yet.</source>
        <translation>还没有训练过。</translation>
    </message>
    <message>
        <source>Stopped before it was done</source>
        <translation>未完成就停止了</translation>
    </message>
    <message>
        <source>Not better, not used</source>
        <translation>没有变好，未采用</translation>
    </message>
    <message>
        <source>Better, became model {number}</source>
        <translation>变好了，成为模型 {number}</translation>
    </message>
</context>
<context>
    <name>SampleCard</name>
    <message>
        <source>Sample shop</source>
        <translation>示例店铺</translation>
    </message>
    <message>
        <source>This is a sample: all its products and customers are invented. Look around, then remove it and import your own.</source>
        <translation>这是示例：其中的商品和客户都是虚构的。随意看看，然后移除它，导入您自己的数据。</translation>
    </message>
    <message>
        <source>Remove the sample</source>
        <translation>移除示例</translation>
    </message>
</context>
<context>
    <name>SaveTableDialog</name>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>ScenarioBar</name>
    <message>
        <source>Rules for</source>
        <translation>规则用于</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add rules for one place</source>
        <translation>为一个地方添加规则</translation>
    </message>
    <message>
        <source>Rename or delete</source>
        <translation>重命名或删除</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>They count wherever no other rules are chosen: in this program and in what it exports.</source>
        <translation>凡是没有另选规则的地方都按它们来：在本程序里以及导出的内容中。</translation>
    </message>
    <message>
        <source>They count where you choose them: above a list or when you hand out.</source>
        <translation>在您选用的地方起作用：列表上方或分发时。</translation>
    </message>
    <message>
        <source>What you change is kept at once.</source>
        <translation>您的改动会立即保存。</translation>
    </message>
    <message>
        <source>Another place…</source>
        <translation>其他地方…</translation>
    </message>
</context>
<context>
    <name>ScenarioNameDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>For example where these lists are shown: the shop's front page, a newsletter.</source>
        <translation>例如这些列表显示在哪里：店铺首页、邮件通讯。</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Use the default</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Find a setting</source>
        <translation>查找设置</translation>
    </message>
    <message>
        <source>No such setting</source>
        <translation>没有这样的设置</translation>
    </message>
    <message>
        <source>No setting has these words in its name or reason.</source>
        <translation>没有设置的名称或说明含有这些字。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>ShopCard</name>
    <message>
        <source>Your shop</source>
        <translation>您的店铺</translation>
    </message>
</context>
<context>
    <name>ShownPart</name>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>The customer whose lists were shown</source>
        <translation>查看哪位客户的展示记录</translation>
    </message>
    <message>
        <source>What was shown to the customer</source>
        <translation>向该客户展示过的商品</translation>
    </message>
    <message>
        <source>Nothing shown yet</source>
        <translation>还没有展示过</translation>
    </message>
    <message>
        <source>A list counts as shown once it was on the screen for a second or went out in a mailing. A product counts as ignored once it was shown on {days} days and nothing followed. What is missing here was never shown.</source>
        <translation>列表在屏幕上停留一秒或随邮件发出即算展示。商品在 {days} 天里展示过而没有任何后续，即视为被忽略。这里没有的商品从未展示过。</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Last shown</source>
        <translation>最近展示</translation>
    </message>
    <message>
        <source>Best place</source>
        <translation>最佳名次</translation>
    </message>
    <message>
        <source>What followed</source>
        <translation>后续</translation>
    </message>
    <message>
        <source>No list of this customer was on the screen or in a mailing yet.</source>
        <translation>这位客户的列表还没有在屏幕上或邮件中出现过。</translation>
    </message>
    <message>
        <source>Type a customer's name or number above.</source>
        <translation>请在上方输入客户的名称或编号。</translation>
    </message>
    <message>
        <source>answered or bought</source>
        <translation>已反馈或购买</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>被忽略</translation>
    </message>
    <message>
        <source>too rarely shown to say</source>
        <translation>展示太少，无法判断</translation>
    </message>
</context>
<context>
    <name>ShutdownReason</name>
    <message>
        <source>Still at work: {what}.</source>
        <translation>仍在进行：{what}。</translation>
    </message>
</context>
<context>
    <name>StarPicker</name>
    <message>
        <source>Stars</source>
        <translation>星级</translation>
    </message>
    <message>
        <source>1 star</source>
        <translation>1 星</translation>
    </message>
    <message>
        <source>{count} stars</source>
        <translation>{count} 星</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Feedback</source>
        <translation>反馈</translation>
    </message>
</context>
<context>
    <name>StepRow</name>
    <message>
        <source>Step {number} of {count}: {name}</source>
        <translation>第 {number} 步，共 {count} 步：{name}</translation>
    </message>
</context>
<context>
    <name>TextCoachView</name>
    <message>
        <source>Measure what words are worth here</source>
        <extracomment>More is no list that anybody works through; mending the first ones brings the next.</extracomment>
        <translation>测量文字在本店的作用</translation>
    </message>
    <message>
        <source>Products whose text says too little</source>
        <translation>文字过少的商品</translation>
    </message>
    <message>
        <source>Write its text…</source>
        <translation>填写文字…</translation>
    </message>
    <message>
        <source>Every text says enough</source>
        <translation>所有文字都足够</translation>
    </message>
    <message>
        <source>Every product has a title of its own, words that say what it is, and a category where the others have one.</source>
        <translation>每件商品都有自己的标题、说明它是什么的文字，以及与其他商品一样的分类。</translation>
    </message>
    <message>
        <source>Reading the texts</source>
        <translation>正在读取文字</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>请稍候。</translation>
    </message>
    <message>
        <source>The text of {count} of {total} products says too little. Those come first where words help most: few customers know them yet.</source>
        <translation>{total} 件商品中有 {count} 件文字过少。文字最能帮上忙的排在前面：知道它们的客户还很少。</translation>
    </message>
    <message>
        <source>{text} The first {shown} are shown.</source>
        <translation>{text}这里显示前 {shown} 件。</translation>
    </message>
    <message>
        <source>That cannot be measured yet: it takes some twenty products with a full text and three customers each.</source>
        <translation>目前还无法测量：需要约二十件文字完整、且各有三位客户的商品。</translation>
    </message>
    <message>
        <source>{title}: {remedy}</source>
        <translation>{title}：{remedy}</translation>
    </message>
</context>
<context>
    <name>ThingRows</name>
    <message>
        <source>Show all {count}</source>
        <extracomment>Rows seen at first; the others are unfolded.</extracomment>
        <translation>显示全部 {count} 项</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>almost done</source>
        <extracomment>How far each new estimate moves the one shown.</extracomment>
        <translation>马上就好</translation>
    </message>
    <message>
        <source>about {seconds} s left</source>
        <translation>大约还需 {seconds} 秒</translation>
    </message>
    <message>
        <source>about {minutes} min left</source>
        <translation>大约还需 {minutes} 分钟</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>TrainingDetails</name>
    <message>
        <source>No training yet.</source>
        <translation>还没有训练过。</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Parameters that changed</source>
        <translation>变化的参数</translation>
    </message>
    <message>
        <source>Run {number}, seed {seed}:</source>
        <translation>第 {number} 次，随机种子 {seed}：</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新模型</translation>
    </message>
    <message>
        <source>active before</source>
        <translation>之前的模型</translation>
    </message>
    <message>
        <source>bestseller list</source>
        <translation>畅销榜</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Norm before</source>
        <translation>原范数</translation>
    </message>
    <message>
        <source>Norm of the change</source>
        <translation>变化的范数</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>相对变化</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Improve</source>
        <translation>改进</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Learning steps</source>
        <translation>学习步数</translation>
    </message>
    <message>
        <source>The curve appears here while the lists are improved.</source>
        <translation>改进推荐列表时，曲线会显示在这里。</translation>
    </message>
    <message>
        <source>Mistakes while learning; it should fall</source>
        <translation>学习中的错误，应逐渐下降</translation>
    </message>
    <message>
        <source>in the list of 10</source>
        <translation>在前 10 名里</translation>
    </message>
    <message>
        <source>and high up in it</source>
        <translation>并且名次靠前</translation>
    </message>
    <message>
        <source>Share of customers whose next product is in the list, %; it should rise</source>
        <translation>下一件购买的商品在列表中的客户比例（%），应逐渐上升</translation>
    </message>
    <message>
        <source>Nothing to learn from yet</source>
        <translation>还没有可以学习的内容</translation>
    </message>
    <message>
        <source>Once orders are imported, the program can learn from them what your customers like.</source>
        <translation>导入订单后，程序就能从中学习客户喜欢什么。</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Details for experts</source>
        <translation>专业详情</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Past trainings</source>
        <translation>以往的训练</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>The program learns from what your customers did and from your answers, then tests itself on the latest weeks, which it has not seen. Only if the lists get better is the new model used, and you can go back.</source>
        <translation>程序会从客户的行为和您的反馈中学习，再用它没有见过的最近几周来检验自己。只有推荐列表变得更好，才会采用新模型，而且随时可以退回。</translation>
    </message>
    <message>
        <source>{count} new answers since the last training.</source>
        <translation>上次训练之后有 {count} 条新反馈。</translation>
    </message>
    <message>
        <source>It takes a few minutes; you can go on working.</source>
        <translation>需要几分钟，期间您可以继续工作。</translation>
    </message>
    <message>
        <source>Learning from your shop. You can go on working; the lists stay as they are until it is done.</source>
        <translation>正在向您的店铺学习。您可以继续工作，完成之前推荐列表保持不变。</translation>
    </message>
    <message>
        <source>Waiting for other work to finish.</source>
        <translation>正在等待其他任务完成。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>VarietyCard</name>
    <message>
        <source>Variety</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Different products within a list</source>
        <translation>同一列表中商品的差异</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>顺其自然</translation>
    </message>
    <message>
        <source>very different</source>
        <translation>差异很大</translation>
    </message>
    <message>
        <source>Products that are rarely bought</source>
        <translation>少有人买的商品</translation>
    </message>
    <message>
        <source>many of them</source>
        <translation>多一些这类商品</translation>
    </message>
    <message>
        <source>Work out what it costs</source>
        <translation>算一算代价</translation>
    </message>
    <message>
        <source>Your last weeks are played again with these rules, to see what they would have done.</source>
        <translation>用这些规则重演您最近几周，看看会有什么结果。</translation>
    </message>
    <message>
        <source>What all these rules together cost and bring</source>
        <translation>所有这些规则合起来的代价和收获</translation>
    </message>
    <message>
        <source>The bar: with these rules. The mark: without any rules. Up to 500 customers are looked at. Stock and what was shown before are left out: they are not known of those weeks.</source>
        <translation>条形：有这些规则。标记：没有任何规则。最多观察 500 位客户。库存和此前展示过什么不计在内：那几周的情况已无从得知。</translation>
    </message>
    <message>
        <source>What this place costs is not worked out yet.</source>
        <translation>这个位置的代价还没有算出来。</translation>
    </message>
    <message>
        <source>At the left it changes nothing. Move it, and you see here what it would cost and bring.</source>
        <translation>在最左边时什么也不改变。移动滑块，这里就会显示代价和收获。</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Result of the training</source>
        <translation>训练结果</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Your lists are made by it already. If they look worse to you, go back: nothing is lost.</source>
        <translation>推荐列表已由它生成。如果您觉得变差了，可以退回，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Model {number} is in use now</source>
        <translation>现在使用模型 {number}</translation>
    </message>
    <message>
        <source>Go back to model {number}</source>
        <translation>退回模型 {number}</translation>
    </message>
    <message>
        <source>Keep model {number}</source>
        <translation>保留模型 {number}</translation>
    </message>
    <message>
        <source>Model {number} stays in use</source>
        <translation>继续使用模型 {number}</translation>
    </message>
    <message>
        <source>The test saw no gain in model {number}. If you use it all the same, your lists may get worse; you can go back.</source>
        <translation>检验没有看到模型 {number} 带来改进。如果仍要使用，推荐列表可能变差；随时可以退回。</translation>
    </message>
    <message>
        <source>Use model {number} anyway</source>
        <translation>仍使用模型 {number}</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>好的</translation>
    </message>
    <message>
        <source>Stopped; your previous model {number} is still in use</source>
        <translation>已停止，仍在使用之前的模型 {number}</translation>
    </message>
    <message>
        <source>Nothing was changed. You can start again at any time.</source>
        <translation>没有任何改动。您可以随时重新开始。</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Model {number}</source>
        <translation>模型 {number}</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>came with the program, knows nothing of your shop</source>
        <translation>随程序附带，还不了解您的店铺</translation>
    </message>
    <message>
        <source>trained {when}</source>
        <translation>训练于{when}</translation>
    </message>
    <message>
        <source>trained {when}, was not better when tested</source>
        <translation>{when}训练，检验时没有变好</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>使用这个</translation>
    </message>
    <message>
        <source>Use model {number}</source>
        <translation>使用模型 {number}</translation>
    </message>
    <message>
        <source>Delete model {number}</source>
        <translation>删除模型 {number}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Try the sample shop</source>
        <translation>试用示例店铺</translation>
    </message>
    <message>
        <source>Import my files</source>
        <translation>导入我的文件</translation>
    </message>
    <message>
        <source>200 films</source>
        <translation>200 部影片</translation>
    </message>
    <message>
        <source>200 articles</source>
        <translation>200 篇文章</translation>
    </message>
    <message>
        <source>Welcome. What does each of your customers want next?</source>
        <translation>欢迎！您的每位客户接下来想要什么？</translation>
    </message>
    <message>
        <source>Give the program your products and orders. It makes a list for every customer, says why, and learns from your corrections.</source>
        <translation>把您的商品和订单交给程序，它会为每位客户生成推荐列表，说明理由，并从您的纠正中学习。</translation>
    </message>
    <message>
        <source>You can also drop files onto this window. Nothing leaves this computer.</source>
        <translation>也可以把文件拖到这个窗口。数据不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>先随便看看</translation>
    </message>
    <message>
        <source>An invented gift shop with 300 products and 500 customers. It is ready in about a minute.</source>
        <translation>一家虚构的店铺，有 300 件商品和 500 位客户，大约一分钟就能准备好。</translation>
    </message>
    <message>
        <source>Begin with my shop</source>
        <translation>从我的店铺开始</translation>
    </message>
    <message>
        <source>Tables of products and orders, as your shop system exports them: CSV or Excel, any column names.</source>
        <translation>店铺系统导出的商品和订单表格：CSV 或 Excel，列名不限。</translation>
    </message>
    <message>
        <source>You see what they hold before anything is stored.</source>
        <translation>保存之前，您会先看到文件里有什么。</translation>
    </message>
    <message>
        <source>No shop? Try</source>
        <translation>没有店铺？试试</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
</context>
<context>
    <name>WhyPopover</name>
    <message>
        <source>Why {title}?</source>
        <translation>为什么推荐 {title}？</translation>
    </message>
    <message>
        <source>Show every reason</source>
        <translation>显示全部理由</translation>
    </message>
    <message>
        <source>Reasons and their shares</source>
        <translation>理由及其比例</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>WishBox</name>
    <message>
        <source>A wish: gift for a gardener</source>
        <translation>愿望：送给爱喝茶的朋友</translation>
    </message>
    <message>
        <source>A wish in words</source>
        <translation>用文字写的愿望</translation>
    </message>
    <message>
        <source>Say in your own words what is wanted and press Enter: products that fit come first.</source>
        <translation>用自己的话写下想要什么，然后按回车：最符合的商品排在最前。</translation>
    </message>
    <message>
        <source>Find what fits the wish</source>
        <translation>查找符合愿望的商品</translation>
    </message>
</context>
<context>
    <name>WordsPart</name>
    <message>
        <source>Which of its words matter?</source>
        <extracomment>Words that are shown: the rest is in the sum.</extracomment>
        <translation>哪些词起了作用？</translation>
    </message>
    <message>
        <source>Which of its words matter</source>
        <translation>哪些词起作用</translation>
    </message>
    <message>
        <source>Reading the words… this waits while something else is being computed.</source>
        <translation>正在读取文字……如有其他计算在进行，需稍候。</translation>
    </message>
</context>
<context>
    <name>_ChooseDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Press one, or Enter for the first.</source>
        <translation>点选一项，或按回车键选第一项。</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Remove {title}</source>
        <translation>移除 {title}</translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>What sells well is known, from {count} things customers did.</source>
        <extracomment>A fault that fewer products or customers than this part share is not worth a sentence.</extracomment>
        <translation>什么卖得好已经知道了：来自 {count} 条客户行为。</translation>
    </message>
    <message>
        <source>What sells well is not known yet.</source>
        <translation>还不知道什么卖得好。</translation>
    </message>
    <message>
        <source>Import a file of orders: customer, product, date.</source>
        <translation>导入一份订单文件：客户、商品、日期。</translation>
    </message>
    <message>
        <source>The language model cannot read your products' language: their words are compared by letters, too.</source>
        <translation>语言模型读不懂商品的语言：文字也按字符比较。</translation>
    </message>
    <message>
        <source>The language model cannot read {percent} % of your products' letters: lists follow purchases.</source>
        <translation>语言模型读不懂商品文字的 {percent}%：列表跟随购买记录。</translation>
    </message>
    <message>
        <source>The words of {count} products were read: a new product finds its customers by them.</source>
        <translation>已读取 {count} 件商品的文字：新商品凭文字找到客户。</translation>
    </message>
    <message>
        <source>The words of your products were not read yet.</source>
        <translation>商品的文字还没有读取。</translation>
    </message>
    <message>
        <source>Import a catalogue and let the program read it.</source>
        <translation>导入商品目录，让程序读取。</translation>
    </message>
    <message>
        <source>What is bought together shows: {count} customers have bought two products or more.</source>
        <translation>哪些商品会一起买已经看得出来：{count} 位客户买过两件或更多商品。</translation>
    </message>
    <message>
        <source>What is bought together does not show yet: {count} customers have bought two products or more.</source>
        <translation>哪些商品会一起买还看不出来：只有 {count} 位客户买过两件或更多商品。</translation>
    </message>
    <message>
        <source>{missing} more customers with two products or more; {needed} are a start.</source>
        <translation>再有 {missing} 位买过两件或更多商品的客户；有 {needed} 位就可以开始。</translation>
    </message>
    <message>
        <source>Export the orders with their dates: {count} of {all} have none.</source>
        <translation>导出订单时带上日期：{all} 条中有 {count} 条没有日期。</translation>
    </message>
    <message>
        <source>At least {needed} customers who buy something new to them within {days} days.</source>
        <translation>至少 {needed} 位在 {days} 天内买了从未买过的商品的客户。</translation>
    </message>
    <message>
        <source>It cannot be told yet whether what sells changes from week to week.</source>
        <translation>还看不出卖得好的商品是否一周一变。</translation>
    </message>
    <message>
        <source>Whether what sells changes from week to week can be found out, from {count} customers who came back lately.</source>
        <translation>能看出卖得好的商品是否一周一变：依据最近回来的 {count} 位客户。</translation>
    </message>
    <message>
        <source>What sells changes from week to week, and your lists follow: {count} customers who came back lately show it.</source>
        <translation>卖得好的商品随时间变化，推荐列表也会跟上：依据最近回来的 {count} 位客户。</translation>
    </message>
    <message>
        <source>What sells hardly changes from week to week: {count} customers who came back lately show it.</source>
        <translation>卖得好的商品几乎不随时间变化：依据最近回来的 {count} 位客户。</translation>
    </message>
    <message>
        <source>The language model can learn from your shop: at least {count} customers show whether it got better.</source>
        <translation>语言模型可以向本店学习：至少有 {count} 位客户能说明它是否变好。</translation>
    </message>
    <message>
        <source>There is too little for the language model to learn from, and to show that it got better.</source>
        <translation>数据还太少，语言模型学不到东西，也看不出是否变好。</translation>
    </message>
    <message>
        <source>Orders of customers who come back.</source>
        <translation>回头客的订单。</translation>
    </message>
    <message>
        <source>About {count} more purchases, by customers who come back.</source>
        <translation>再有大约 {count} 次回头客的购买。</translation>
    </message>
    <message>
        <source>{count} of {all} products have a number and no title.</source>
        <translation>{all} 件商品中有 {count} 件只有编号、没有名称。</translation>
    </message>
    <message>
        <source>Import the catalogue that names them.</source>
        <translation>导入写有名称的商品目录。</translation>
    </message>
    <message>
        <source>{count} of {all} things customers did have no date.</source>
        <translation>{all} 条客户行为中有 {count} 条没有日期。</translation>
    </message>
    <message>
        <source>Export orders with their dates: lists can then follow what sells now.</source>
        <translation>导出订单时带上日期：列表就能跟上眼下的销售。</translation>
    </message>
    <message>
        <source>{count} of {all} products are described by hardly a word.</source>
        <translation>{all} 件商品中有 {count} 件几乎没有文字说明。</translation>
    </message>
    <message>
        <source>Say in a few words what each is, made of what, for whom.</source>
        <translation>用几个词写明：是什么、什么材料、给谁用。</translation>
    </message>
    <message>
        <source>{count} of {all} products have the same words as another one.</source>
        <translation>{all} 件商品中有 {count} 件与别的商品文字相同。</translation>
    </message>
    <message>
        <source>Say what tells them apart: colour, size, material. Or are they in the file twice?</source>
        <translation>写出区别：颜色、尺寸、材料。或者文件里重复了？</translation>
    </message>
    <message>
        <source>{count} of {all} products have no category.</source>
        <translation>{all} 件商品中有 {count} 件没有分类。</translation>
    </message>
    <message>
        <source>Export the catalogue with its categories; until then groups are guessed from the words.</source>
        <translation>导出目录时带上分类；在此之前按文字猜测分组。</translation>
    </message>
    <message>
        <source>None of your {all} products has a category.</source>
        <translation>您的 {all} 件商品都没有分类。</translation>
    </message>
    <message>
        <source>{count} of {all} products have no description.</source>
        <translation>{all} 件商品中有 {count} 件没有描述。</translation>
    </message>
    <message>
        <source>A sentence or two each; the first {characters} characters are read.</source>
        <translation>每件写一两句即可；程序读取前 {characters} 个字符。</translation>
    </message>
    <message>
        <source>None of your {all} products has a description.</source>
        <translation>您的 {all} 件商品都没有描述。</translation>
    </message>
    <message>
        <source>{count} of {all} customers have bought one product so far.</source>
        <translation>{all} 位客户中有 {count} 位至今只买过一件商品。</translation>
    </message>
    <message>
        <source>Their lists follow mostly what sells well. Customer numbers at the till join purchases to people.</source>
        <translation>他们的列表主要跟随畅销商品。收银时记下客户编号，就能把购买归到同一个人。</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>only in this list</source>
        <extracomment>The whole ComparedPlace of a row.</extracomment>
        <translation>只在这个列表里</translation>
    </message>
    <message>
        <source>same place</source>
        <translation>位置相同</translation>
    </message>
    <message>
        <source>1 place higher</source>
        <translation>靠前 1 位</translation>
    </message>
    <message>
        <source>1 place lower</source>
        <translation>靠后 1 位</translation>
    </message>
    <message>
        <source>{count} places higher</source>
        <translation>靠前 {count} 位</translation>
    </message>
    <message>
        <source>{count} places lower</source>
        <translation>靠后 {count} 位</translation>
    </message>
    <message>
        <source>Making the lists of model {number}</source>
        <translation>正在生成模型 {number} 的推荐列表</translation>
    </message>
</context>
<context>
    <name>copying</name>
    <message>
        <source>Copy rows</source>
        <translation>复制行</translation>
    </message>
</context>
<context>
    <name>customers</name>
    <message>
        <source>There is already a customer {id}.</source>
        <translation>已经有客户 {id} 了。</translation>
    </message>
    <message>
        <source>Choose another number or name, for example {free}.</source>
        <translation>请换一个编号或名称，例如 {free}。</translation>
    </message>
    <message>
        <source>A customer needs a number or a name of at most {most} letters.</source>
        <translation>客户需要一个编号或名称，最多 {most} 个字符。</translation>
    </message>
    <message>
        <source>Type one in; nothing was stored.</source>
        <translation>请填写一个；什么也没有保存。</translation>
    </message>
    <message>
        <source>Kept as customer {id}.</source>
        <translation>已保存为客户 {id}。</translation>
    </message>
</context>
<context>
    <name>encode</name>
    <message>
        <source>Reading products: {done} of {total}</source>
        <translation>正在读取商品：第 {done} 件，共 {total} 件</translation>
    </message>
    <message>
        <source>Reading what customers did: {done} of {total}</source>
        <translation>正在读取客户行为：第 {done} 位，共 {total} 位</translation>
    </message>
    <message>
        <source>The graphics card cannot hold the model; going on with the processor</source>
        <translation>显卡装不下模型，改用处理器继续</translation>
    </message>
    <message>
        <source>Looking for new and changed products</source>
        <extracomment>Customers whose sentence is encoded, the most recently active first: reading more takes minutes, and a customer without a stored sentence is still served from the history itself. Where the store remembers which model version reads how much of the catalogue's letters.</extracomment>
        <translation>正在查找新增和有变化的商品</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{path} could not be written: {reason}. A file that was there before is unchanged.</source>
        <translation>无法写入 {path}：{reason}。原有的文件没有改动。</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk, and export again.</source>
        <translation>请另选文件夹或腾出磁盘空间，然后重新导出。</translation>
    </message>
    <message>
        <source>A rating needs 1 to 5 stars, and only a rating has stars. Nothing was stored.</source>
        <translation>评分需要 1 到 5 星，且只有评分才有星级。没有保存任何内容。</translation>
    </message>
    <message>
        <source>Give the stars with --value, for example --kind rating --value 4.</source>
        <translation>请用 --value 给出星级，例如 --kind rating --value 4。</translation>
    </message>
    <message>
        <source>There is no folder {path}. Nothing was changed.</source>
        <translation>没有文件夹 {path}。没有任何改动。</translation>
    </message>
    <message>
        <source>Give the folder into which the shop's exports are put.</source>
        <translation>请给出存放店铺导出文件的文件夹。</translation>
    </message>
    <message>
        <source>The lists of this shop are not prepared yet.</source>
        <extracomment>The customer of a list for someone who is not in the shop.</extracomment>
        <translation>这家店铺的推荐列表还没有准备好。</translation>
    </message>
    <message>
        <source>Import a catalogue and orders, then let the products be read (encode).</source>
        <translation>请导入商品目录和订单，然后让程序读取商品（encode）。</translation>
    </message>
    <message>
        <source>Did you mean {ids}?</source>
        <translation>您是不是要找 {ids}？</translation>
    </message>
    <message>
        <source>Look the customer up on the Customers page, or import the orders that name them.</source>
        <translation>请在“客户”页面查找该客户，或导入含有该客户的订单。</translation>
    </message>
    <message>
        <source>There is no customer {id} in this shop.</source>
        <translation>这家店铺没有客户 {id}。</translation>
    </message>
    <message>
        <source>There is no product {id} in this shop.</source>
        <translation>这家店铺没有商品 {id}。</translation>
    </message>
    <message>
        <source>Look the product up on the Products page, or import the catalogue that holds it.</source>
        <translation>请在“商品”页面查找该商品，或导入含有它的商品目录。</translation>
    </message>
    <message>
        <source>more than {count} rows</source>
        <extracomment>Limits of the format (Microsoft, "Excel specifications and limits").</extracomment>
        <translation>超过 {count} 行</translation>
    </message>
    <message>
        <source>a text of {count} letters</source>
        <translation>长度为 {count} 个字符的文本</translation>
    </message>
    <message>
        <source>An Excel workbook cannot hold {what}, so {path} was not written.</source>
        <translation>Excel 工作簿容不下{what}，因此没有写入 {path}。</translation>
    </message>
    <message>
        <source>Export a CSV file: it has no such limit.</source>
        <translation>请导出为 CSV 文件，它没有这种限制。</translation>
    </message>
    <message>
        <source>The key for customers' codes could not be written to {path}: {reason}.</source>
        <extracomment>The store remembers which key its codes were made with, by a hash that tells nothing about the key.</extracomment>
        <translation>无法把客户代码的密钥写入 {path}：{reason}。</translation>
    </message>
    <message>
        <source>Make room on the disk or make the folder writable, and import again. Nothing was changed.</source>
        <translation>请腾出磁盘空间，或允许写入该文件夹，然后重新导入。没有任何改动。</translation>
    </message>
    <message>
        <source>The file {path} is gone. With a new key, customers who are in the shop under a code would all come in a second time, so nothing was imported.</source>
        <translation>文件 {path} 不见了。如果换用新密钥，以代码保存的客户都会重复出现一次，因此没有导入任何内容。</translation>
    </message>
    <message>
        <source>Put the file back from a backup, or import everything into a new, empty shop.</source>
        <translation>请从备份中恢复该文件，或把全部数据导入一个新的空店铺。</translation>
    </message>
    <message>
        <source>The file {path} is not the key that this shop's customer codes were made with.</source>
        <translation>文件 {path} 不是生成本店客户代码时所用的密钥。</translation>
    </message>
    <message>
        <source>Put the right file back from a backup, or import everything into a new, empty shop. Nothing was changed.</source>
        <translation>请从备份中恢复正确的文件，或把全部数据导入一个新的空店铺。没有任何改动。</translation>
    </message>
</context>
<context>
    <name>evaluate</name>
    <message>
        <source>Replaying the last weeks</source>
        <extracomment>Days of the replayed window; a shop with a shorter history replays its last fifth.</extracomment>
        <translation>正在重演最近几周</translation>
    </message>
    <message>
        <source>Partly: {ours} of {customers} customers would have seen something they then bought; with a bestseller list {popularity}. But what they bought is higher up in your lists.</source>
        <extracomment>Of fewer a sample says little, whatever its interval.</extracomment>
        <translation>部分有用：{customers} 位客户中有 {ours} 位会看到他们后来购买的商品；用畅销榜是 {popularity} 位。不过在您的列表里，他们购买的商品排得更靠前。</translation>
    </message>
    <message>
        <source>Yes: {ours} of {customers} customers would have seen something they then bought; with a bestseller list {popularity}. The difference is too large to be chance.</source>
        <translation>有用：{customers} 位客户中有 {ours} 位本会在列表里看到后来购买的商品；用畅销榜则是 {popularity} 位。差别之大不会是偶然。</translation>
    </message>
    <message>
        <source>No: {ours} of {customers} customers would have seen something they then bought; with a bestseller list {popularity}. For now the bestseller list is the better one.</source>
        <translation>还不行：{customers} 位客户中有 {ours} 位本会在列表里看到后来购买的商品；用畅销榜则是 {popularity} 位。目前畅销榜更好。</translation>
    </message>
    <message>
        <source>Not clear yet: {ours} of {customers} customers would have seen something they then bought; with a bestseller list {popularity}. The difference may be chance.</source>
        <translation>尚不明确：{customers} 位客户中有 {ours} 位本会在列表里看到后来购买的商品；用畅销榜则是 {popularity} 位。差别可能只是偶然。</translation>
    </message>
    <message>
        <source>There is too little dated behaviour to see whether the lists help. Nothing was changed.</source>
        <translation>带日期的行为太少，看不出推荐列表是否有用。没有任何改动。</translation>
    </message>
    <message>
        <source>Import orders with their dates: a few weeks and twenty customers who came back are enough to start.</source>
        <translation>请导入带日期的订单：有几周的数据和二十位回头客就够开始了。</translation>
    </message>
    <message>
        <source>Comparing with what customers bought</source>
        <translation>正在与客户的购买进行比较</translation>
    </message>
    <message>
        <source>Your lists</source>
        <translation>您的推荐列表</translation>
    </message>
    <message>
        <source>Bestseller list</source>
        <translation>畅销榜</translation>
    </message>
    <message>
        <source>{hits} of {customers} customers</source>
        <translation>{customers} 位客户中的 {hits} 位</translation>
    </message>
    <message>
        <source>Your lists show {ours} of your {items} products to somebody; bestseller lists would show {popular} of them.</source>
        <translation>您的 {items} 件商品中，有 {ours} 件出现在某位客户的推荐列表里；畅销榜只会出现 {popular} 件。</translation>
    </message>
    <message>
        <source>Judged by purchases from {start} to {end}; everything was learnt from before, until {until}.</source>
        <translation>以 {start} 至 {end} 的购买来衡量；学习只用了此前（截至 {until}）的数据。</translation>
    </message>
    <message>
        <source>Your lists minus bestseller list, NDCG@10: {value}</source>
        <translation>推荐列表减畅销榜，NDCG@10：{value}</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Writing the lists of {total} customers</source>
        <translation>正在写出 {total} 位客户的推荐列表</translation>
    </message>
    <message>
        <source>Lists written</source>
        <translation>推荐列表已写好</translation>
    </message>
    <message>
        <source>Writing {total} products</source>
        <translation>正在写入 {total} 件商品</translation>
    </message>
    <message>
        <source>Writing {total} things that customers did</source>
        <translation>正在写入 {total} 条客户行为</translation>
    </message>
    <message>
        <source>Saving the products</source>
        <translation>正在保存商品</translation>
    </message>
    <message>
        <source>Saving what customers did</source>
        <translation>正在保存客户行为</translation>
    </message>
    <message>
        <source>The lists of {users} customers are saved in {name}.</source>
        <translation>{users} 位客户的推荐列表已保存到 {name}。</translation>
    </message>
    <message>
        <source>Products saved in {name}: {rows}</source>
        <translation>已保存到 {name} 的商品：{rows}</translation>
    </message>
    <message>
        <source>Purchases and other actions saved in {name}: {rows}</source>
        <translation>已保存到 {name} 的购买和其他行为：{rows}</translation>
    </message>
    <message>
        <source>Saving the lists</source>
        <extracomment>Every customer's list, the products, or what customers did; the names of services/handing/exporting.py.</extracomment>
        <translation>正在保存推荐列表</translation>
    </message>
</context>
<context>
    <name>feedback</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo: {said}, {title}</source>
        <translation>撤销：{said}，{title}</translation>
    </message>
    <message>
        <source>{said}: {title}</source>
        <translation>{said}：{title}</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>打星</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Looked at</source>
        <extracomment>Answers shown where there is little room. Lines of the grid for each answer: a gap, the product, the customer.</extracomment>
        <translation>看过</translation>
    </message>
    <message>
        <source>Likes this</source>
        <translation>喜欢</translation>
    </message>
    <message>
        <source>Has bought this</source>
        <translation>已经买过</translation>
    </message>
    <message>
        <source>Not for this customer</source>
        <translation>不适合该客户</translation>
    </message>
    <message>
        <source>Never show this</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>Would not interest them</source>
        <translation>他们不会感兴趣</translation>
    </message>
    <message>
        <source>{stars} of 5 stars</source>
        <translation>{stars} 星（满分 5 星）</translation>
    </message>
    <message>
        <source>{count} answers are saved in {name}.</source>
        <extracomment>Latest answers shown in the panel. Answers that a search looks through.</extracomment>
        <translation>{count} 条反馈已保存到 {name}。</translation>
    </message>
</context>
<context>
    <name>fit</name>
    <message>
        <source>Counting what customers did</source>
        <translation>正在统计客户的行为</translation>
    </message>
    <message>
        <source>Placing products nobody has bought yet</source>
        <extracomment>Texts are compared with at most so many products, those with most buyers: 72 million numbers, two seconds. On Online Retail 2,000 of 2,500 cost .0018 of .1365, on MovieLens 2,000 of 4,500 cost .006 of .072. How fast likeness falls with the cosine of two texts. .2 to .6: within one standard error on three data sets. How far a vector is trusted: its noise variance beside the 1 of the vectors themselves, however many buyers the product has, and what it has more with a single one. A third and three times either: within one standard error. Texts placed at a time: bounds memory and hears a cancel soon. Rows and columns of the decomposition between two looks at whether to stop. Products whose own vectors are compared with those they would get without buyers: more of them change the mean by a per cent.</extracomment>
        <translation>正在安排还没有人买过的商品</translation>
    </message>
    <message>
        <source>The prepared lists in {folder} cannot be read.</source>
        <extracomment>Group of an item that belongs to none.</extracomment>
        <translation>无法读取 {folder} 中准备好的推荐列表。</translation>
    </message>
    <message>
        <source>Prepare the shop again; nothing else is lost.</source>
        <translation>请重新准备店铺，其他内容都没有丢失。</translation>
    </message>
    <message>
        <source>Learning what is bought together</source>
        <extracomment>Up to so many items the n x n inverse is taken: a second at 3,700, four at 6,000, and four times the memory at twice the size. A matrix this small is inverted at once. An item that the others predict perfectly would get an infinite weight.</extracomment>
        <translation>正在学习哪些商品会一起购买</translation>
    </message>
    <message>
        <source>Finding what customers have in common</source>
        <extracomment>Repetitions; behaviour has a slowly falling spectrum, for which none or one are not enough. Users multiplied at a time, so that a cancel is heard soon.</extracomment>
        <translation>正在寻找客户的共同点</translation>
    </message>
    <message>
        <source>Writing it down as vectors</source>
        <translation>正在记录学到的内容</translation>
    </message>
    <message>
        <source>Grouping the products</source>
        <extracomment>More groups than this are no overview; a deep category path is then cut to fewer levels.</extracomment>
        <translation>正在给商品分组</translation>
    </message>
    <message>
        <source>Saving the prepared lists</source>
        <extracomment>Where the store names the space in use: {"folder", "model_version", "now", "behaviour"}.</extracomment>
        <translation>正在保存准备好的推荐列表</translation>
    </message>
    <message>
        <source>Learning what follows what</source>
        <extracomment>Up to so many items the n x n system is solved: as for the collaborative operator. What was last taken more occasions ago is left out, which bounds time and memory: 10, 20, 30, 60 give .097, .099, .099, .099. Columns solved and occasions multiplied at a time, so that a cancel is heard soon and little memory is needed.</extracomment>
        <translation>正在学习先买什么、后买什么</translation>
    </message>
    <message>
        <source>Trying out what suits your shop: {part}</source>
        <translation>正在试验什么适合本店：{part}</translation>
    </message>
    <message>
        <source>does the season matter</source>
        <extracomment>The parts in the order in which they are chosen, each with its candidates: what can be off is off first, of numbers the default comes first, so that a shop differs from the others only where its own behaviour says so. What is being tried out, for the person who waits.</extracomment>
        <translation>季节是否重要</translation>
    </message>
    <message>
        <source>does the latest order say more</source>
        <translation>最近的订单是否更能说明问题</translation>
    </message>
    <message>
        <source>does one product lead to another</source>
        <translation>一件商品是否会带出另一件</translation>
    </message>
    <message>
        <source>how many common buyers it takes</source>
        <translation>需要多少位共同买家</translation>
    </message>
    <message>
        <source>what like words say</source>
        <translation>相似的文字能说明什么</translation>
    </message>
    <message>
        <source>how much bestsellers say</source>
        <translation>畅销商品算多少</translation>
    </message>
    <message>
        <source>how words are compared</source>
        <translation>怎样比较文字</translation>
    </message>
    <message>
        <source>Reading the letters of product texts</source>
        <extracomment>Coordinates of a vector. NDCG@10 among products without buyers at half share, 256 instead: Online Retail +.0035, Amazon Industrial -.0013, MovieLens +.0018 (to the language model alone the standard errors are .002, .002 and .006). Lengths of the n-grams of a word with a blank at both ends. (3, 4) and (3, 4, 5): within one standard error. Lengths of those of a run of Chinese or Japanese characters, which has no blanks between its words. n-grams that are kept: the most frequent ones; and texts from which they and their directions are learnt. A gram must stand in this many texts: one that stands in a single text says nothing about how alike two texts are. Texts read at a time: bounds memory and hears a cancel soon. A vector shorter than this is rounding, not likeness: nothing of its text is known.</extracomment>
        <translation>正在读取商品文字的字符</translation>
    </message>
    <message>
        <source>Fitting the lists to your shop</source>
        <extracomment>About a minute, or up to a quarter of an hour; the names of engine/selection/self_fit.py's budgets. The title by which a window that was rebuilt recognises the job.</extracomment>
        <translation>按本店调整列表</translation>
    </message>
    <message>
        <source>Your lists are fitted to your shop. {gain}</source>
        <translation>列表已按本店调整。{gain}</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>今天 {time}</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
</context>
<context>
    <name>handouts</name>
    <message>
        <source>Looking for addresses in {name}</source>
        <translation>正在 {name} 中查找邮箱地址</translation>
    </message>
    <message>
        <source>{name} holds no address of a customer of this shop ({rows} addresses were read).</source>
        <translation>{name} 中没有本店客户的邮箱地址（已读取 {rows} 个地址）。</translation>
    </message>
    <message>
        <source>Choose a file with the customers' numbers and their e-mail addresses, such as the orders you imported.</source>
        <translation>请选择含有客户编号和邮箱地址的文件，例如您导入过的订单文件。</translation>
    </message>
    <message>
        <source>Looking for the customers of {total} products</source>
        <translation>正在为 {total} 件商品寻找客户</translation>
    </message>
    <message>
        <source>No product is chosen yet.</source>
        <translation>还没有选择商品。</translation>
    </message>
    <message>
        <source>Type a part of its name and choose it.</source>
        <translation>输入商品名称的一部分，然后选择它。</translation>
    </message>
    <message>
        <source>Customers who have it already are left out.</source>
        <translation>已经买过的客户不在其中。</translation>
    </message>
    <message>
        <source>{count} products cost less than before: {names}</source>
        <translation>{count} 件商品比以前便宜：{names}</translation>
    </message>
    <message>
        <source>{count} products can be bought again: {names}</source>
        <translation>{count} 件商品恢复有货：{names}</translation>
    </message>
    <message>
        <source>No price fell in the last {days} days.</source>
        <translation>最近 {days} 天没有商品降价。</translation>
    </message>
    <message>
        <source>No product came back into stock in the last {days} days.</source>
        <translation>最近 {days} 天没有商品恢复有货。</translation>
    </message>
    <message>
        <source>It is noticed when you import your products again, or change one by hand. Choose more days, or wait.</source>
        <translation>再次导入商品或手动修改商品时会发现这类变化。请选择更多天数，或稍后再看。</translation>
    </message>
    <message>
        <source>Recommended by {shop}</source>
        <extracomment>Under which the mailing is remembered; None where nothing is.</extracomment>
        <translation>{shop} 为您推荐</translation>
    </message>
    <message>
        <source>Recommendations</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Lists of {count} customers, each chosen for one of them.</source>
        <translation>{count} 位客户的推荐列表，每份只为一位客户挑选。</translation>
    </message>
    <message>
        <source>For {customer}</source>
        <translation>给 {customer}</translation>
    </message>
    <message>
        <source>Writing to {total} customers</source>
        <extracomment>A list of the window is never empty; a letter rather names fewer products than what cannot be bought, or was bought already. Products asked for beyond those named before, so that there is a choice where pieces are few. The longest list that is asked for.</extracomment>
        <translation>正在为 {total} 位客户写信</translation>
    </message>
    <message>
        <source>No customer is left to write to. Nothing was written.</source>
        <translation>没有可以写信的客户，未写入任何文件。</translation>
    </message>
    <message>
        <source>Choose more days, all customers, or another file of addresses.</source>
        <translation>请选择更多天数、全部客户，或另一个地址文件。</translation>
    </message>
    <message>
        <source>Listing similar products</source>
        <translation>正在列出相似商品</translation>
    </message>
    <message>
        <source>In Shopify: Products &gt; Import, and tick the box that overwrites products with matching handles. The products must have come from a Shopify file: their numbers here are its handles.</source>
        <extracomment>Products asked for beyond those wanted: some are sold out or never to be shown. Columns of related products and of those that go with one. Shopify's own product file names them so, whatever is in it; Matrixify names a field by its place and its kind; WooCommerce has two columns of its own for them. What a product is called in such a file, beside its title. A product and what stands beside it, best first.</extracomment>
        <translation>在 Shopify 中：商品 &gt; 导入，并勾选“覆盖具有相同 handle 的商品”。这些商品须来自 Shopify 文件：这里的商品编号就是它的 handle。</translation>
    </message>
    <message>
        <source>In Shopify: open the app Matrixify and import the file; its name must keep the word Products. The products must have come from a Shopify file: their numbers here are its handles.</source>
        <translation>在 Shopify 中：打开应用 Matrixify 并导入该文件；文件名中必须保留 Products 一词。这些商品须来自 Shopify 文件：这里的商品编号就是它的 handle。</translation>
    </message>
    <message>
        <source>In WooCommerce: Products &gt; Import, and tick “Update existing products”. Numbers are taken for product ids, all others for SKUs.</source>
        <translation>在 WooCommerce 中：产品 &gt; 导入，并勾选“更新现有产品”。纯数字视为产品 ID，其他视为 SKU。</translation>
    </message>
    <message>
        <source>Mailing</source>
        <translation>邮件名单</translation>
    </message>
    <message>
        <source>One row for each customer with the products of their list: for a mail-merge letter or your newsletter program.</source>
        <translation>每位客户一行，附上其推荐列表中的商品：可用于邮件合并或群发邮件程序。</translation>
    </message>
    <message>
        <source>Page to print or send</source>
        <translation>可打印或发送的网页</translation>
    </message>
    <message>
        <source>The customers' lists as one page for a browser, pictures within it: print it, or send it as a file.</source>
        <translation>把客户的推荐列表做成一个带图片的网页：可以打印，也可以作为文件发送。</translation>
    </message>
    <message>
        <source>Who would like this</source>
        <translation>谁会喜欢</translation>
    </message>
    <message>
        <source>The customers a product suits best, for a campaign of its own.</source>
        <translation>最适合某件商品的客户，可单独做一次推广。</translation>
    </message>
    <message>
        <source>Back in stock</source>
        <translation>恢复有货</translation>
    </message>
    <message>
        <source>What was sold out and can be bought again, each with the customers it suits best.</source>
        <translation>曾经售罄、现在又有货的商品，以及最适合每件商品的客户。</translation>
    </message>
    <message>
        <source>Price fell</source>
        <translation>降价</translation>
    </message>
    <message>
        <source>What costs less than before, each with the customers it suits best.</source>
        <translation>比以前便宜的商品，以及最适合每件商品的客户。</translation>
    </message>
    <message>
        <source>Similar products</source>
        <translation>相似商品</translation>
    </message>
    <message>
        <source>For each product the ones most like it, in the form that your shop system imports.</source>
        <translation>每件商品最相似的商品，格式可直接导入您的店铺系统。</translation>
    </message>
    <message>
        <source>Bought together</source>
        <translation>一起购买</translation>
    </message>
    <message>
        <source>For each product what others bought with it, in the form that your shop system imports.</source>
        <translation>每件商品常被一起购买的商品，格式可直接导入您的店铺系统。</translation>
    </message>
    <message>
        <source>Report on paper</source>
        <translation>纸质报告</translation>
    </message>
    <message>
        <source>Some pages to print: what the shop holds, whether the lists help, what they show and what they never show.</source>
        <translation>几页可打印的报告：店铺里有什么，推荐列表是否有用，展示了什么，又从不展示什么。</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Shopify</source>
        <translation>Shopify</translation>
    </message>
    <message>
        <source>Shopify with Matrixify</source>
        <translation>Shopify（用 Matrixify）</translation>
    </message>
    <message>
        <source>WooCommerce</source>
        <translation>WooCommerce</translation>
    </message>
    <message>
        <source>Writing the mailing</source>
        <extracomment>Rows that are looked at before. Of mailings only the latest can be forgotten again.</extracomment>
        <translation>正在写邮件名单</translation>
    </message>
    <message>
        <source>Writing the page of lists</source>
        <translation>正在写推荐列表网页</translation>
    </message>
    <message>
        <source>Looking for customers</source>
        <translation>正在寻找客户</translation>
    </message>
    <message>
        <source>Listing what is bought together</source>
        <translation>正在列出一起购买的商品</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写报告</translation>
    </message>
    <message>
        <source>{name} holds the lists of {rows} customers.</source>
        <translation>{name} 包含 {rows} 位客户的推荐列表。</translation>
    </message>
    <message>
        <source>{name} is ready to be printed.</source>
        <translation>{name} 已可打印。</translation>
    </message>
    <message>
        <source>{name} holds {rows} customers, one in each row.</source>
        <translation>{name} 包含 {rows} 位客户，每行一位。</translation>
    </message>
    <message>
        <source>{name} holds {rows} rows.</source>
        <translation>{name} 包含 {rows} 行。</translation>
    </message>
    <message>
        <source>{said} {count} places stayed empty: too little is in stock.</source>
        <translation>{said}有 {count} 个位置空缺：库存不足。</translation>
    </message>
    <message>
        <source>{said} {count} products were in the last mailing, too: nothing else was left for these customers.</source>
        <translation>{said}有 {count} 件商品上次邮件也推荐过：这些客户已没有其他可选商品。</translation>
    </message>
    <message>
        <source>{said} The next mailing will name other products.</source>
        <translation>{said}下次邮件会推荐其他商品。</translation>
    </message>
    <message>
        <source>The mailing counts as not sent; its file is still there.</source>
        <translation>这次邮件视为未发送；文件仍然保留。</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>viewed</source>
        <extracomment>The whole Deed of a row, for the delegate that draws its tile.</extracomment>
        <translation>浏览</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>rated</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>put in the basket</source>
        <translation>加入购物车</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>did not like</source>
        <translation>不喜欢</translation>
    </message>
    <message>
        <source>bought {count}</source>
        <translation>购买 {count} 件</translation>
    </message>
    <message>
        <source>{count} of 5 stars</source>
        <translation>{count} 星（满分 5 星）</translation>
    </message>
</context>
<context>
    <name>home</name>
    <message>
        <source>Import your products and orders, or try the sample shop.</source>
        <extracomment>Fewer customers than this cannot show whether lists help. More behaviour than this always shows whether a model learnt something.</extracomment>
        <translation>导入您的商品和订单，或试用示例店铺。</translation>
    </message>
    <message>
        <source>Let the program read your products, so that it can make lists.</source>
        <translation>让程序读取您的商品，这样才能生成推荐列表。</translation>
    </message>
    <message>
        <source>Import your orders: lists become personal once customers are known.</source>
        <translation>导入您的订单：认识了客户，推荐列表才会因人而异。</translation>
    </message>
    <message>
        <source>Collect more orders: with {users} customers, lists follow mostly what sells well.</source>
        <translation>请积累更多订单：只有 {users} 位客户时，推荐列表主要跟着畅销商品走。</translation>
    </message>
    <message>
        <source>Improve the lists: the language model has not learnt from your shop yet.</source>
        <translation>改进推荐列表：语言模型还没有从您的店铺学习。</translation>
    </message>
    <message>
        <source>Look at a few customers' lists and correct them with a click.</source>
        <translation>看看几位客户的推荐列表，点一下就能纠正。</translation>
    </message>
    <message>
        <source>{count} purchases</source>
        <translation>{count} 次购买</translation>
    </message>
    <message>
        <source>{count} put into the basket</source>
        <translation>{count} 次加入购物车</translation>
    </message>
    <message>
        <source>{count} favourites</source>
        <translation>{count} 次收藏</translation>
    </message>
    <message>
        <source>{count} ratings</source>
        <translation>{count} 次评分</translation>
    </message>
    <message>
        <source>{count} clicks</source>
        <translation>{count} 次点击</translation>
    </message>
    <message>
        <source>{count} views</source>
        <translation>{count} 次浏览</translation>
    </message>
    <message>
        <source>{count} dislikes</source>
        <translation>{count} 次不喜欢</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} 位客户</translation>
    </message>
    <message>
        <source>{items} products, {deeds} things customers did</source>
        <translation>{items} 件商品，{deeds} 条客户行为</translation>
    </message>
    <message>
        <source>The newest is from {when}.</source>
        <translation>最新一条：{when}。</translation>
    </message>
    <message>
        <source>Of {all} customers, so many would have seen a new product that they then bought.</source>
        <translation>{all} 位客户中，本会看到后来所购新商品的人数。</translation>
    </message>
    <message>
        <source>The training {when} made the lists better: model {number} came of it.</source>
        <translation>{when} 的训练让推荐列表变得更好，得到了模型 {number}。</translation>
    </message>
    <message>
        <source>The training {when} did not make the lists better: model {number} stays in use.</source>
        <translation>{when} 的训练没有让推荐列表变好，继续使用模型 {number}。</translation>
    </message>
</context>
<context>
    <name>import</name>
    <message>
        <source>line</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <extracomment>The stage of an import that is counted in bytes.</extracomment>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>The column {column} is not used: most of its cells hold no {label}.</source>
        <translation>不使用“{column}”列：大多数单元格里没有{label}。</translation>
    </message>
    <message>
        <source>product number</source>
        <translation>商品编号</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>product name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>kind of behaviour</source>
        <translation>行为类型</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>{name}</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>There is no file {name}.</source>
        <translation>没有文件 {name}。</translation>
    </message>
    <message>
        <source>Check the name and the folder, then choose the file again.</source>
        <translation>请检查名称和文件夹，然后重新选择文件。</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation>无法读取 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Close other programs that use the file and check that you may open it. Nothing was changed.</source>
        <translation>请关闭正在使用该文件的其他程序，并确认您有权打开它。没有任何改动。</translation>
    </message>
    <message>
        <source>Download it from your shop again, or unpack it first and choose what lies in it. Nothing was changed.</source>
        <translation>请从店铺重新下载，或先解压再选择其中的文件。没有做任何更改。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空的。</translation>
    </message>
    <message>
        <source>Export it again from your shop. Nothing was changed.</source>
        <translation>请从店铺重新导出。没有任何改动。</translation>
    </message>
    <message>
        <source>{name} has a header line but no rows below it.</source>
        <translation>{name} 只有标题行，下面没有数据。</translation>
    </message>
    <message>
        <source>{name} is not a table: it looks like {kind}.</source>
        <translation>{name} 不是表格：它看起来像{kind}。</translation>
    </message>
    <message>
        <source>Choose a CSV, TSV or Excel file with one product or one purchase per row. Nothing was changed.</source>
        <translation>请选择每行一件商品或一笔购买的 CSV、TSV 或 Excel 文件。没有任何改动。</translation>
    </message>
    <message>
        <source>The characters of {name} cannot be read for certain; the likeliest encoding is {guess}.</source>
        <translation>无法确定 {name} 的文字编码，最可能的是 {guess}。</translation>
    </message>
    <message>
        <source>Name the encoding in the import window or with --encoding, or save the file as UTF-8. Nothing was changed.</source>
        <translation>请在导入窗口或用 --encoding 指明编码，或把文件另存为 UTF-8。没有任何改动。</translation>
    </message>
    <message>
        <source>a comma</source>
        <extracomment>What a delimiter is called; others are shown between quotation marks.</extracomment>
        <translation>逗号</translation>
    </message>
    <message>
        <source>a semicolon</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>a tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>a control character</source>
        <translation>控制字符</translation>
    </message>
    <message>
        <source>"{sign}"</source>
        <translation>“{sign}”</translation>
    </message>
    <message>
        <source>It is not certain what separates the columns of {name}; most likely {delimiter} does.</source>
        <translation>无法确定 {name} 的各列由什么分隔；很可能是 {delimiter}。</translation>
    </message>
    <message>
        <source>Check the preview in the import window, or name it with --delimiter. Nothing was changed.</source>
        <translation>请在导入窗口中查看预览，或用 --delimiter 指定。没有任何更改。</translation>
    </message>
    <message>
        <source>{name} is not imported: {reason}</source>
        <translation>{name} 未导入：{reason}</translation>
    </message>
    <message>
        <source>Choose the export of the products, or of the orders with their items. Nothing was changed.</source>
        <translation>请选择商品导出文件，或含商品明细的订单导出文件。未做任何更改。</translation>
    </message>
    <message>
        <source>{name} has no column for: {wanted}. Columns found: {found}.</source>
        <translation>{name} 中没有这些列：{wanted}。找到的列：{found}。</translation>
    </message>
    <message>
        <source>Say which column it is in the import window, or with --map {field}=COLUMN. Nothing was changed.</source>
        <translation>请在导入窗口指明是哪一列，或使用 --map {field}=列名。没有任何改动。</translation>
    </message>
    <message>
        <source>{name} has no column {column}. Columns found: {found}.</source>
        <translation>{name} 中没有“{column}”列。找到的列：{found}。</translation>
    </message>
    <message>
        <source>Write the column's name as it stands in the file's first line. Nothing was changed.</source>
        <translation>请按文件第一行的写法填写列名。没有任何改动。</translation>
    </message>
    <message>
        <source>Cannot understand the column mapping {text}.</source>
        <translation>无法理解列对应关系 {text}。</translation>
    </message>
    <message>
        <source>Write it as id=COLUMN,title=COLUMN; the fields are: {fields}.</source>
        <translation>请写成 id=列名,title=列名；可用的字段：{fields}。</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>Cells in the row: {found}; in the header: {width}.</source>
        <extracomment>Why lines are no rows of the table; the keys of RowBlock.skipped. Records sorted out at a time, so that a cancel is heard soon.</extracomment>
        <translation>该行有 {found} 个单元格，标题行有 {width} 个。</translation>
    </message>
    <message>
        <source>The row holds bytes that are no letters in the file's encoding.</source>
        <extracomment>Rows of a block, rows of a sample, and records whose names make up the header. More columns than any export has: what comes beyond them are no names of columns. How deep the values of nested objects are taken. A record's list of objects under such a name are its lines: each becomes a row, with the rest of the record beside it. In a list of objects, these are joined where they are names (categories, tags); of anything else the first one counts (variants).</extracomment>
        <translation>该行含有文件编码中不存在的字符。</translation>
    </message>
    <message>
        <source>A quotation mark opened in this row is never closed.</source>
        <extracomment>A cell longer than this many lines or characters is an unclosed quote, not a description. A record with stray quotes is mended over at most so many lines. So many lines are added in vain to records with stray quotes before a file is read line by line. How quotes within a quoted cell may be written: doubled as they should be, in pairs ("the "best" lamp"), or bare (a 24"" screen).</extracomment>
        <translation>该行有一个引号没有结束。</translation>
    </message>
    <message>
        <source>A quotation mark stands where none can be read.</source>
        <translation>引号出现在不该出现的位置。</translation>
    </message>
    <message>
        <source>No column holds product numbers; products are told apart by their names.</source>
        <translation>没有商品编号列，将按名称区分商品。</translation>
    </message>
    <message>
        <source>No column says who bought, so only the products are imported.</source>
        <translation>没有说明谁购买的列，因此只导入商品。</translation>
    </message>
    <message>
        <source>No column says what the customers did; every row counts as a purchase.</source>
        <translation>没有说明客户行为的列，每一行都算作一次购买。</translation>
    </message>
    <message>
        <source>No column holds a time; old and new behaviour count alike.</source>
        <translation>没有时间列，新旧行为同等对待。</translation>
    </message>
    <message>
        <source>a picture</source>
        <extracomment>The format of a workbook: its "encoding" is a name for people, and its header's row is found later. Marks of encodings, and the zero bytes of wide ones, that may stand before the first letter.</extracomment>
        <translation>图片</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>JSON data without a list of records</source>
        <translation>没有记录列表的 JSON 数据</translation>
    </message>
    <message>
        <source>XML data without repeated records</source>
        <translation>没有重复记录的 XML 数据</translation>
    </message>
    <message>
        <source>a binary Excel workbook, which has to be saved as .xlsx first</source>
        <translation>二进制 Excel 工作簿，需要先另存为 .xlsx</translation>
    </message>
    <message>
        <source>a compressed folder</source>
        <translation>压缩包</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>running text</source>
        <translation>普通文章</translation>
    </message>
    <message>
        <source>a file of another program</source>
        <extracomment>Below this score a text is not a table, and below the other the settings are a guess.</extracomment>
        <translation>其他程序的文件</translation>
    </message>
    <message>
        <source>commands for a database</source>
        <translation>数据库命令</translation>
    </message>
    <message>
        <source>a single line</source>
        <translation>只有一行</translation>
    </message>
    <message>
        <source>columns of fixed width without delimiters</source>
        <translation>没有分隔符的定宽列</translation>
    </message>
    <message>
        <source>a single column</source>
        <translation>只有一列</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>cancelled or returned</source>
        <extracomment>Reasons for which rows are left out on purpose, in words.</extracomment>
        <translation>已取消或退货</translation>
    </message>
    <message>
        <source>postage, fees, vouchers and the like</source>
        <translation>邮费、手续费、代金券等</translation>
    </message>
    <message>
        <source>without a price</source>
        <translation>没有价格</translation>
    </message>
    <message>
        <source>without a customer</source>
        <translation>没有客户</translation>
    </message>
    <message>
        <source>further variants and pictures of a product</source>
        <translation>商品的其他款式和图片</translation>
    </message>
    <message>
        <source>repeats of a row</source>
        <translation>重复的行</translation>
    </message>
    <message>
        <source>taken back by the customer</source>
        <translation>客户已撤回</translation>
    </message>
    <message>
        <source>not paid</source>
        <translation>未付款</translation>
    </message>
    <message>
        <source>lines that sum up an order</source>
        <translation>订单汇总行</translation>
    </message>
    <message>
        <source>marked as deleted</source>
        <translation>标记为已删除</translation>
    </message>
    <message>
        <source>texts in a further language</source>
        <translation>其他语言的文字</translation>
    </message>
    <message>
        <source>repeated header lines</source>
        <translation>重复的标题行</translation>
    </message>
    <message>
        <source>lines below the table, such as totals</source>
        <translation>表格下方的行，例如合计</translation>
    </message>
    <message>
        <source>rows of further tables in the file</source>
        <translation>文件中其他表格的行</translation>
    </message>
    <message>
        <source>{cell} is not a date.</source>
        <translation>“{cell}”不是日期。</translation>
    </message>
    <message>
        <source>{cell} is not a price.</source>
        <translation>“{cell}”不是价格。</translation>
    </message>
    <message>
        <source>{cell} is not a number.</source>
        <translation>“{cell}”不是数字。</translation>
    </message>
    <message>
        <source>{cell} is not a rating.</source>
        <translation>“{cell}”不是评分。</translation>
    </message>
    <message>
        <source>{cell} is not a known kind of behaviour.</source>
        <translation>“{cell}”不是已知的行为类型。</translation>
    </message>
    <message>
        <source>The product has no name.</source>
        <translation>商品没有名称。</translation>
    </message>
    <message>
        <source>A spreadsheet has rounded the number {cell}; its digits are lost.</source>
        <translation>电子表格把编号 {cell} 取整了，部分数字已丢失。</translation>
    </message>
    <message>
        <source>The row has no {label}.</source>
        <translation>该行没有{label}。</translation>
    </message>
    <message>
        <source>Adding the rows to the shop</source>
        <translation>正在把数据加入店铺</translation>
    </message>
    <message>
        <source>new products: {count}</source>
        <translation>新商品：{count}</translation>
    </message>
    <message>
        <source>changed products: {count}</source>
        <translation>有变化的商品：{count}</translation>
    </message>
    <message>
        <source>new customers: {count}</source>
        <translation>新客户：{count}</translation>
    </message>
    <message>
        <source>new purchases and other actions: {count}</source>
        <translation>新的购买和其他行为：{count}</translation>
    </message>
    <message>
        <source>changed purchases and other actions: {count}</source>
        <translation>有变化的购买和其他行为：{count}</translation>
    </message>
    <message>
        <source>All of it was in your shop already.</source>
        <translation>这些内容店铺里都已经有了。</translation>
    </message>
    <message>
        <source>Damaged rows that could be put right: {count}.</source>
        <translation>已修复的受损行：{count}。</translation>
    </message>
    <message>
        <source>{count} {reason}</source>
        <translation>{reason} {count} 行</translation>
    </message>
    <message>
        <source>Left out on purpose: {reasons}.</source>
        <translation>有意略去：{reasons}。</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-8 with byte order mark</source>
        <translation>UTF-8（带 BOM）</translation>
    </message>
    <message>
        <source>GB18030 / GBK (Simplified Chinese)</source>
        <translation>GB18030 / GBK（简体中文）</translation>
    </message>
    <message>
        <source>Big5 (Traditional Chinese)</source>
        <translation>Big5（繁体中文）</translation>
    </message>
    <message>
        <source>UTF-16 (Excel "Unicode text")</source>
        <translation>UTF-16（Excel“Unicode 文本”）</translation>
    </message>
    <message>
        <source>Windows-1252 (Western Europe)</source>
        <translation>Windows-1252（西欧）</translation>
    </message>
    <message>
        <source>Shift JIS (Japanese)</source>
        <translation>Shift JIS（日文）</translation>
    </message>
    <message>
        <source>EUC-KR (Korean)</source>
        <translation>EUC-KR（韩文）</translation>
    </message>
    <message>
        <source>Windows-1251 (Cyrillic)</source>
        <translation>Windows-1251（西里尔文）</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation>竖线</translation>
    </message>
    <message>
        <source>colons</source>
        <translation>冒号</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>单元格</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>XML</source>
        <translation>XML</translation>
    </message>
    <message>
        <source>Table of a web page</source>
        <translation>网页中的表格</translation>
    </message>
    <message>
        <source>Double: "cell"</source>
        <extracomment>What cells may stand in, so that a delimiter within them separates nothing.</extracomment>
        <translation>双引号："单元格"</translation>
    </message>
    <message>
        <source>Single: 'cell'</source>
        <translation>单引号：'单元格'</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Day first: 31/12/2018</source>
        <extracomment>Whether the day stands before the month.</extracomment>
        <translation>先日后月：31/12/2018</translation>
    </message>
    <message>
        <source>Month first: 12/31/2018</source>
        <translation>先月后日：12/31/2018</translation>
    </message>
    <message>
        <source>Point: 12.50</source>
        <extracomment>Whether a comma stands before the decimals.</extracomment>
        <translation>点：12.50</translation>
    </message>
    <message>
        <source>Comma: 12,50</source>
        <translation>逗号：12,50</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>What customers did</source>
        <translation>客户行为</translation>
    </message>
    <message>
        <source>Product number</source>
        <extracomment>Every field a column can be mapped to, in the order of the drop-downs: what says most first.</extracomment>
        <translation>商品编号</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>商品名称</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>What they did</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单号</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>品牌</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Order lines (Online Retail)</source>
        <translation>订单明细 (Online Retail)</translation>
    </message>
    <message>
        <source>Etsy listings</source>
        <translation>Etsy 商品</translation>
    </message>
    <message>
        <source>Etsy sold items</source>
        <translation>Etsy 已售商品</translation>
    </message>
    <message>
        <source>MovieLens films</source>
        <translation>MovieLens 影片</translation>
    </message>
    <message>
        <source>MovieLens ratings</source>
        <translation>MovieLens 评分</translation>
    </message>
    <message>
        <source>MovieLens tags</source>
        <translation>MovieLens 标签</translation>
    </message>
    <message>
        <source>MovieLens links</source>
        <translation>MovieLens 链接</translation>
    </message>
    <message>
        <source>WooCommerce products</source>
        <translation>WooCommerce 商品</translation>
    </message>
    <message>
        <source>Shopify customers</source>
        <translation>Shopify 客户</translation>
    </message>
    <message>
        <source>WooCommerce orders</source>
        <translation>WooCommerce 订单</translation>
    </message>
    <message>
        <source>Magento products</source>
        <translation>Magento 商品</translation>
    </message>
    <message>
        <source>Magento orders</source>
        <translation>Magento 订单</translation>
    </message>
    <message>
        <source>PrestaShop products</source>
        <translation>PrestaShop 商品</translation>
    </message>
    <message>
        <source>PrestaShop orders</source>
        <translation>PrestaShop 订单</translation>
    </message>
    <message>
        <source>Etsy sold orders</source>
        <translation>Etsy 已售订单</translation>
    </message>
    <message>
        <source>Square item library</source>
        <translation>Square 商品库</translation>
    </message>
    <message>
        <source>Square sales</source>
        <translation>Square 销售明细</translation>
    </message>
    <message>
        <source>Wix products</source>
        <translation>Wix 商品</translation>
    </message>
    <message>
        <source>Wix orders</source>
        <translation>Wix 订单</translation>
    </message>
    <message>
        <source>Squarespace products</source>
        <translation>Squarespace 商品</translation>
    </message>
    <message>
        <source>Squarespace orders</source>
        <translation>Squarespace 订单</translation>
    </message>
    <message>
        <source>BigCommerce products</source>
        <translation>BigCommerce 商品</translation>
    </message>
    <message>
        <source>OpenCart products</source>
        <translation>OpenCart 商品</translation>
    </message>
    <message>
        <source>Ecwid products</source>
        <translation>Ecwid 商品</translation>
    </message>
    <message>
        <source>Loyverse items</source>
        <translation>Loyverse 商品</translation>
    </message>
    <message>
        <source>Loyverse sales</source>
        <translation>Loyverse 销售明细</translation>
    </message>
    <message>
        <source>Loyverse receipts</source>
        <translation>Loyverse 收据</translation>
    </message>
    <message>
        <source>Shopware products</source>
        <translation>Shopware 商品</translation>
    </message>
    <message>
        <source>eBay listings</source>
        <translation>eBay 商品</translation>
    </message>
    <message>
        <source>eBay active listings</source>
        <translation>eBay 在售商品</translation>
    </message>
    <message>
        <source>eBay orders</source>
        <translation>eBay 订单</translation>
    </message>
    <message>
        <source>Amazon listings</source>
        <translation>亚马逊商品</translation>
    </message>
    <message>
        <source>Amazon orders</source>
        <translation>亚马逊订单</translation>
    </message>
    <message>
        <source>Amazon orders with buyers</source>
        <translation>含买家的亚马逊订单</translation>
    </message>
    <message>
        <source>TikTok Shop orders</source>
        <translation>TikTok Shop 订单</translation>
    </message>
    <message>
        <source>Shopee orders</source>
        <translation>Shopee 订单</translation>
    </message>
    <message>
        <source>Lazada orders</source>
        <translation>Lazada 订单</translation>
    </message>
    <message>
        <source>Product feed (Google Merchant)</source>
        <translation>商品数据源（Google Merchant）</translation>
    </message>
    <message>
        <source>Taobao products</source>
        <translation>淘宝商品</translation>
    </message>
    <message>
        <source>Taobao behaviour log</source>
        <translation>淘宝行为日志</translation>
    </message>
    <message>
        <source>Taobao orders</source>
        <translation>淘宝订单</translation>
    </message>
    <message>
        <source>Taobao order lines</source>
        <translation>淘宝订单明细</translation>
    </message>
    <message>
        <source>Douyin orders</source>
        <translation>抖音订单</translation>
    </message>
    <message>
        <source>Pinduoduo orders</source>
        <translation>拼多多订单</translation>
    </message>
    <message>
        <source>JD orders</source>
        <translation>京东订单</translation>
    </message>
    <message>
        <source>Rakuten products</source>
        <translation>乐天商品</translation>
    </message>
    <message>
        <source>Rakuten orders</source>
        <translation>乐天订单</translation>
    </message>
    <message>
        <source>EC-CUBE products</source>
        <translation>EC-CUBE 商品</translation>
    </message>
    <message>
        <source>EC-CUBE orders</source>
        <translation>EC-CUBE 订单</translation>
    </message>
    <message>
        <source>Yahoo! Shopping products</source>
        <translation>Yahoo! 购物商品</translation>
    </message>
    <message>
        <source>BASE products</source>
        <translation>BASE 商品</translation>
    </message>
    <message>
        <source>Gorse items</source>
        <translation>Gorse 商品</translation>
    </message>
    <message>
        <source>Products exported by this program</source>
        <translation>本程序导出的商品</translation>
    </message>
    <message>
        <source>Lists made by this program</source>
        <translation>本程序生成的推荐列表</translation>
    </message>
    <message>
        <source>Behaviour exported by this program</source>
        <translation>本程序导出的行为</translation>
    </message>
    <message>
        <source>Histories with the next product</source>
        <translation>含下一件商品的历史</translation>
    </message>
    <message>
        <source>Shopify products</source>
        <translation>Shopify 商品</translation>
    </message>
    <message>
        <source>Shopify orders</source>
        <translation>Shopify 订单</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <extracomment>Files whose cells no character separates.</extracomment>
        <translation>电子表格</translation>
    </message>
    <message>
        <source>Orders with products</source>
        <translation>带商品名称的订单</translation>
    </message>
    <message>
        <source>the character {sign}</source>
        <translation>字符 {sign}</translation>
    </message>
    <message>
        <source>Importing</source>
        <extracomment>The name under which the last import stands in the list of what can be taken back: there is only one such step. What makes a table of a folder or an archive one that was not meant, where another one of it can be imported.</extracomment>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>Checking what will happen</source>
        <translation>正在检查将会发生什么</translation>
    </message>
    <message>
        <source>Taking back the import</source>
        <translation>正在撤销导入</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} 等另外 {count} 个</translation>
    </message>
    <message>
        <source>Imported {names}: {what}</source>
        <translation>已导入 {names}：{what}</translation>
    </message>
    <message>
        <source>The import is taken back; your shop is as it was before.</source>
        <translation>导入已撤销，您的店铺已恢复原状。</translation>
    </message>
    <message>
        <source>it is locked with a password</source>
        <extracomment>A list of files longer than this (some 300,000 of them) is not read into memory.</extracomment>
        <translation>它有密码保护</translation>
    </message>
    <message>
        <source>it is packed in a way that only newer programs can unpack</source>
        <translation>它的压缩方式只有更新的程序才能解压</translation>
    </message>
    <message>
        <source>too many files are packed in it</source>
        <translation>压缩包里的文件太多</translation>
    </message>
    <message>
        <source>{name} is not a table.</source>
        <extracomment>Endings of files that may hold a table; those of a packed folder that end otherwise are not even opened. What systems put into folders for themselves. More tables than these, or a folder packed deeper than within one other, are not looked into. Files left out that are named one by one.</extracomment>
        <translation>{name} 不是表格。</translation>
    </message>
    <message>
        <source>{name} is a folder packed within packed folders.</source>
        <translation>{name} 是多层压缩包里的压缩包。</translation>
    </message>
    <message>
        <source>Further files that are not tables: {count}.</source>
        <translation>其他不是表格的文件：{count} 个。</translation>
    </message>
    <message>
        <source>More tables than can be looked into at once: {count}.</source>
        <translation>超出一次可查看数量的表格：{count} 个。</translation>
    </message>
    <message>
        <source>The sheet {name} is hidden.</source>
        <translation>工作表 {name} 已隐藏。</translation>
    </message>
    <message>
        <source>The sheet {name} holds no table.</source>
        <translation>工作表 {name} 中没有表格。</translation>
    </message>
    <message>
        <source>a packed folder without tables</source>
        <extracomment>Refusals that do not keep the other tables of the same file from being imported.</extracomment>
        <translation>没有表格的压缩包</translation>
    </message>
    <message>
        <source>Dates such as {date} can be read day first or month first, and nothing in the file tells which.</source>
        <translation>像 {date} 这样的日期，可以读作“日/月”，也可以读作“月/日”，文件中没有任何内容能确定是哪一种。</translation>
    </message>
    <message>
        <source>Some customers are named by an e-mail address or a telephone number; codes take its place.</source>
        <extracomment>What R writes where nobody is known; a product may be called so.</extracomment>
        <translation>部分客户以邮箱或电话号码标识，已用代码代替。</translation>
    </message>
    <message>
        <source>it ends too early, as if its download had been interrupted</source>
        <extracomment>Bytes read from the beginning of a file to learn what it is. Packed within packed, as in a zip of gzips; deeper ones are left as they are. A packed folder within another is kept here up to the first size, then in a file without a name; no more than the second.</extracomment>
        <translation>文件不完整，可能下载时中断了</translation>
    </message>
    <message>
        <source>the compressed file is damaged</source>
        <translation>压缩文件已损坏</translation>
    </message>
    <message>
        <source>it unpacks to far more than a table holds</source>
        <translation>解压后的内容远远超过一个表格</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>它是一个文件夹</translation>
    </message>
    <message>
        <source>it lists orders, but not the products in them.</source>
        <extracomment>Sizes and colours are rows of their own, above the product that claims them. Bundles and grouped products consist of others that are for sale by themselves, so they stay products beside them.
----------
The list of products as the shop's back office shows and exports it.</extracomment>
        <translation>其中只列出订单，没有列出订单里的商品。</translation>
    </message>
    <message>
        <source>it holds customers' names and addresses, which are not needed.</source>
        <extracomment>"Refunded Amount" does not say which line came back, so an order paid back in part keeps its lines, but for those put back on the shelf, which say so themselves.</extracomment>
        <translation>其中是客户的姓名和地址，不需要这些数据。</translation>
    </message>
    <message>
        <source>a tag or a comment in it does not end</source>
        <extracomment>A cell that says it covers more columns than these is wrong about it, and a longer row is none. A tag or a comment longer than this (in characters) is refused, as it is kept in memory until it ends.</extracomment>
        <translation>其中有标签或注释没有结束</translation>
    </message>
    <message>
        <source>its table ends in line {line} in the middle of a row</source>
        <translation>表格在第 {line} 行的一行中间就结束了</translation>
    </message>
    <message>
        <source>The line is no JSON.</source>
        <extracomment>A table written column by column is read whole, up to so many characters.</extracomment>
        <translation>这一行不是 JSON。</translation>
    </message>
    <message>
        <source>The value is no record with named values.</source>
        <translation>该值不是带有名称的记录。</translation>
    </message>
    <message>
        <source>its JSON ends in line {line} in the middle of a record</source>
        <translation>JSON 在第 {line} 行的一条记录中间就结束了</translation>
    </message>
    <message>
        <source>line {line} is no JSON</source>
        <translation>第 {line} 行不是 JSON</translation>
    </message>
    <message>
        <source>the workbook is locked with a password</source>
        <extracomment>Rows a sheet gives to the sample, and rows looked at to tell whether it holds a table at all.</extracomment>
        <translation>工作簿有密码保护</translation>
    </message>
    <message>
        <source>its sheets are too large for the memory; save the sheet as CSV</source>
        <translation>工作表太大，内存放不下；请另存为 CSV</translation>
    </message>
    <message>
        <source>the workbook is damaged</source>
        <translation>工作簿已损坏</translation>
    </message>
    <message>
        <source>it declares entities of its own, which may stand for endless text</source>
        <extracomment>Encodings that are named where a larger one with the same characters at the same places is meant.</extracomment>
        <translation>它声明了自己的实体，可能展开成无尽的文本</translation>
    </message>
    <message>
        <source>line {line} is no XML</source>
        <translation>第 {line} 行不是 XML</translation>
    </message>
    <message>
        <source>its XML ends in line {line} in the middle of a record</source>
        <translation>XML 在第 {line} 行的一条记录中间就结束了</translation>
    </message>
    <message>
        <source>which number of its dates is the month</source>
        <extracomment>What a table's name ends in, in a folder; RecBole's among them. What a person is asked, by the wish that answers it, with the command line's way to say it.</extracomment>
        <translation>日期中哪个数字是月份</translation>
    </message>
    <message>
        <source>whether a comma stands before the decimals</source>
        <translation>小数点是否写作逗号</translation>
    </message>
    <message>
        <source>what stands between its columns</source>
        <translation>各列之间用什么分隔</translation>
    </message>
    <message>
        <source>how its cells are quoted</source>
        <translation>单元格用什么引号括起</translation>
    </message>
    <message>
        <source>in which encoding it is written</source>
        <translation>文件用的是哪种编码</translation>
    </message>
    <message>
        <source>which line names its columns</source>
        <translation>哪一行是列名</translation>
    </message>
    <message>
        <source>what its columns hold</source>
        <translation>各列是什么内容</translation>
    </message>
    <message>
        <source>what it holds</source>
        <translation>文件里是什么内容</translation>
    </message>
    <message>
        <source>all that is needed</source>
        <extracomment>A question that has no words yet.</extracomment>
        <translation>所需的全部信息</translation>
    </message>
    <message>
        <source>{name} does not tell {question}. Nothing was changed.</source>
        <translation>无法从 {name} 得知{question}。没有任何改动。</translation>
    </message>
    <message>
        <source>Say it in the import window, or on the command line with {option}.</source>
        <translation>请在导入窗口中说明，或在命令行中使用 {option}。</translation>
    </message>
    <message>
        <source>a folder without tables</source>
        <translation>没有表格的文件夹</translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation>正在撤销导入</translation>
    </message>
    <message>
        <source>The import was not undone: products of it were changed by hand since ({count}: {names}). Nothing was changed.</source>
        <extracomment>Products named in the reason why an import cannot be undone. Products and customers that the last import brought. Answers about them, given since: those that the import itself moved go back to where they were.</extracomment>
        <translation>导入没有撤销：它带来或更改的商品后来被手动修改过（{count} 个：{names}）。没有任何改动。</translation>
    </message>
    <message>
        <source>The import was not undone: answers given since are about what it brought ({count}, the first by {user} about {item}). Nothing was changed.</source>
        <translation>导入没有撤销：之后给出的反馈涉及它带来的内容（{count} 条，第一条是 {user} 对 {item} 的反馈）。没有任何改动。</translation>
    </message>
    <message>
        <source>Take those answers back first, or import a corrected file over it.</source>
        <translation>请先撤回这些反馈，或者再导入一个更正后的文件。</translation>
    </message>
    <message>
        <source>Import a corrected file over it.</source>
        <translation>请再导入一个更正后的文件。</translation>
    </message>
    <message>
        <source>There is no import that can be undone: none was made, or it is undone already.</source>
        <translation>没有可以撤销的导入：还没有导入过，或者已经撤销了。</translation>
    </message>
    <message>
        <source>Only the last import that changed anything can be undone.</source>
        <translation>只有最近一次带来改动的导入可以撤销。</translation>
    </message>
    <message>
        <source>Counting what would change</source>
        <translation>正在统计会有哪些改动</translation>
    </message>
    <message>
        <source>Looking up products and customers</source>
        <translation>正在查找商品和顾客</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>Columns named one by one; further ones are counted.</extracomment>
        <translation>说明</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Customers are known by codes: what names them in this file is personal data and is not stored.</source>
        <translation>客户以代码表示：文件中能识别他们的内容属于个人信息，不会保存。</translation>
    </message>
    <message>
        <source>Personal data, not stored: {names}</source>
        <translation>个人信息，不保存：{names}</translation>
    </message>
    <message>
        <source>1 row near the top cannot be read and will be skipped.</source>
        <translation>靠前的行中有 1 行无法读取，将被跳过。</translation>
    </message>
    <message>
        <source>{count} rows near the top cannot be read and will be skipped.</source>
        <translation>靠前的行中有 {count} 行无法读取，将被跳过。</translation>
    </message>
    <message>
        <source>Line {line}: {reason}</source>
        <translation>第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>Every column is used.</source>
        <translation>所有列都已使用。</translation>
    </message>
    <message>
        <source>1 column is not used: {names}</source>
        <translation>有 1 列未使用：{names}</translation>
    </message>
    <message>
        <source>{count} columns are not used: {names}</source>
        <translation>有 {count} 列未使用：{names}</translation>
    </message>
    <message>
        <source>{name} is not a table by its name.</source>
        <translation>从名称看，{name} 不是表格。</translation>
    </message>
    <message>
        <source>it holds lists that this program made, not what customers did.</source>
        <extracomment>Without it a mailing in the folder of nightly exports would count as purchases, and the next lists would follow the last ones.</extracomment>
        <translation>其中是本程序生成的推荐列表，不是客户的行为。</translation>
    </message>
</context>
<context>
    <name>jobs</name>
    <message>
        <source>Cancel: {what}</source>
        <translation>取消：{what}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>made_of</name>
    <message>
        <source>Too few customers have bought two products or more: lists follow the words of what each bought.</source>
        <extracomment>Below this a per cent is told with one decimal. A perfect list has this many points; NDCG runs from 0 to 1.</extracomment>
        <translation>买过两件或更多商品的客户太少：列表跟随每位客户所买商品的文字。</translation>
    </message>
    <message>
        <source>Too few customers have come back to try anything out; the usual settings are in use.</source>
        <translation>回来的客户太少，无法试验；使用通常的设置。</translation>
    </message>
    <message>
        <source>Found by trying {tries} ways of making lists on what {customers} customers bought next.</source>
        <translation>试验了 {tries} 种列表做法，看 {customers} 位客户接下来买了什么，从中选出。</translation>
    </message>
    <message>
        <source>Found by trying {tries} ways of making lists on purchases of {customers} customers kept aside.</source>
        <translation>试验了 {tries} 种列表做法，用 {customers} 位客户留出的购买来检验，从中选出。</translation>
    </message>
    <message>
        <source>Products with the same buyers belong together; {count} buyers, fewer than usual, give half of the full strength.</source>
        <translation>买家相同的商品属于一起：比通常少，{count} 位买家就有一半的强度。</translation>
    </message>
    <message>
        <source>Products with the same buyers belong together; {count} buyers, more than usual, give half of the full strength.</source>
        <translation>买家相同的商品属于一起：比通常多，要 {count} 位买家才有一半的强度。</translation>
    </message>
    <message>
        <source>Products with the same buyers belong together; {count} buyers give half of the full strength.</source>
        <translation>买家相同的商品属于一起：{count} 位买家有一半的强度。</translation>
    </message>
    <message>
        <source>What other customers bought next counts too, {percent} % as much as having the same buyers.</source>
        <translation>其他客户接下来买了什么也算数，分量是买家相同的 {percent}%。</translation>
    </message>
    <message>
        <source>What other customers bought next counts as much as having the same buyers: one product leads to another.</source>
        <translation>其他客户接下来买了什么，与买家相同一样算数：一件商品引出另一件。</translation>
    </message>
    <message>
        <source>Whether products have similar words does not matter once customers have bought them.</source>
        <translation>商品有人买过之后，文字是否相似就不再重要。</translation>
    </message>
    <message>
        <source>Products with similar words belong together too: the same words count like {count} shared buyers.</source>
        <translation>文字相似的商品也属于一起：文字相同相当于 {count} 位共同买家。</translation>
    </message>
    <message>
        <source>What sells does not change from week to week: what sold long ago counts like what sells now.</source>
        <translation>卖得好的商品不随时间变化：很久以前卖的与现在卖的同样算数。</translation>
    </message>
    <message>
        <source>What sells changes a little from week to week: what sells now counts somewhat more.</source>
        <translation>卖得好的商品略随时间变化：现在卖的稍微多算一些。</translation>
    </message>
    <message>
        <source>What sells changes from week to week: what sells now counts more.</source>
        <translation>卖得好的商品随时间变化：现在卖的更算数。</translation>
    </message>
    <message>
        <source>All orders of a customer count; older ones count less only because of their age.</source>
        <translation>客户的所有订单都算数，旧订单只因时间久而少算。</translation>
    </message>
    <message>
        <source>A customer's latest order counts most; the one before it counts {percent} % as much.</source>
        <translation>客户最近一次订单最算数，前一次的分量是它的 {percent}%。</translation>
    </message>
    <message>
        <source>For a new customer, what sells well counts {percent} % of a purchase; the more a customer bought, the less.</source>
        <translation>对新客户，畅销商品相当于一次购买的 {percent}%；客户买得越多，作用越小。</translation>
    </message>
    <message>
        <source>What sells well counts {percent} % as much as one purchase of the customer.</source>
        <translation>畅销商品的分量是客户一次购买的 {percent}%。</translation>
    </message>
    <message>
        <source>A product that nobody has bought yet ranks like similar products, at {percent} % of their strength.</source>
        <translation>还没有人买过的商品按相似商品排位，强度为它们的 {percent}%。</translation>
    </message>
    <message>
        <source>Where bought products may come back, a purchase counts {times} times for the product itself.</source>
        <translation>在已购商品会再出现时，一次购买对该商品本身算 {times} 倍。</translation>
    </message>
    <message>
        <source>The plain way was as good as any: {after} points; a list of exactly what was bought would get 100.</source>
        <translation>普通做法已是最好：{after} 分；与实际购买完全一致的列表得 100 分。</translation>
    </message>
    <message>
        <source>Lists made this way get {after} points instead of {before}; a list of exactly what was bought would get 100.</source>
        <translation>这样做的列表得 {after} 分，原先 {before} 分；与实际购买完全一致的列表得 100 分。</translation>
    </message>
    <message>
        <source>In which order products are bought plays no part.</source>
        <translation>购买的先后顺序不起作用。</translation>
    </message>
    <message>
        <source>Words are compared by what they mean: the language model reads them.</source>
        <translation>文字按含义比较：由语言模型读取。</translation>
    </message>
    <message>
        <source>Words are compared by what they mean, and {percent} % by their letters.</source>
        <translation>文字按含义比较，其中 {percent}% 按字符比较。</translation>
    </message>
    <message>
        <source>Words are compared by their letters alone, as the language model does not read them.</source>
        <translation>文字只按字符比较，因为语言模型读不懂。</translation>
    </message>
    <message>
        <source>Bestsellers have no advantage.</source>
        <translation>畅销商品没有优势。</translation>
    </message>
    <message>
        <source>A product that nobody has bought yet is not listed.</source>
        <translation>还没有人买过的商品不进列表。</translation>
    </message>
    <message>
        <source>A product bought before has no advantage of its own where bought products come back.</source>
        <translation>在已购商品会再出现的店铺中，买过的商品本身没有优势。</translation>
    </message>
    <message>
        <source>Tried out {when}.</source>
        <translation>试验时间：{when}。</translation>
    </message>
</context>
<context>
    <name>map</name>
    <message>
        <source>Drawing the map</source>
        <extracomment>A cell of the grid is at most so wide in units of the map, where the forces' kernel changes little within it; at most so many.</extracomment>
        <translation>正在绘制地图</translation>
    </message>
    <message>
        <source>Comparing the products</source>
        <extracomment>Up to so many items everything is compared with everything. Beyond that an item is compared with the members of the clusters nearest to its own.</extracomment>
        <translation>正在比较商品</translation>
    </message>
    <message>
        <source>There is no map yet: your products were not read.</source>
        <translation>还没有地图：您的商品尚未读取。</translation>
    </message>
    <message>
        <source>Press Read my products on the Home page.</source>
        <translation>请在首页点击“读取我的商品”。</translation>
    </message>
</context>
<context>
    <name>model</name>
    <message>
        <source>The language model in “{folder}” cannot be read: its files do not fit together.</source>
        <extracomment>Tokens read of a text; the bundled model was trained with at most this many.</extracomment>
        <translation>无法读取“{folder}”中的语言模型：各文件不匹配。</translation>
    </message>
    <message>
        <source>Choose another folder, or go back to an earlier model on the Training page.</source>
        <translation>请另选文件夹，或在“训练”页面退回以前的模型。</translation>
    </message>
    <message>
        <source>The language model that belongs to this program is not installed.</source>
        <extracomment>SHA-256 of the published weights of all-MiniLM-L6-v2. The package's author is unknown to us; these bytes are not. Name of our own list of a folder's files, written last: a folder without it was not finished. Files that are read, with the largest size believed. Files that published folders carry and nobody reads.</extracomment>
        <translation>本程序自带的语言模型没有安装。</translation>
    </message>
    <message>
        <source>Install the program again; your shop's data is untouched.</source>
        <translation>请重新安装程序，店铺数据不受影响。</translation>
    </message>
    <message>
        <source>The installed language model is not the published one: its file was changed or damaged.</source>
        <translation>安装的语言模型不是发布的版本：文件被改动或已损坏。</translation>
    </message>
    <message>
        <source>it holds “{file}”, which a language model does not need</source>
        <translation>其中有语言模型不需要的“{file}”</translation>
    </message>
    <message>
        <source>“{file}” is far too large</source>
        <translation>“{file}”过大</translation>
    </message>
    <message>
        <source>The model in “{folder}” was not saved completely.</source>
        <translation>“{folder}”中的模型没有完整保存。</translation>
    </message>
    <message>
        <source>Go back to an earlier model on the Training page; it is untouched.</source>
        <translation>请在“训练”页面退回以前的模型，它没有受到影响。</translation>
    </message>
    <message>
        <source>The file “{file}” of this model was changed or damaged since it was saved.</source>
        <translation>该模型的文件“{file}”在保存之后被改动或已损坏。</translation>
    </message>
    <message>
        <source>“{file}” is a link to somewhere else</source>
        <translation>“{file}”是指向别处的链接</translation>
    </message>
    <message>
        <source>“{file}” asks to run a program</source>
        <translation>“{file}”要求运行程序</translation>
    </message>
    <message>
        <source>“{file}” is not a file of plain weights</source>
        <translation>“{file}”不是单纯的权重文件</translation>
    </message>
    <message>
        <source>“{file}” cannot be read</source>
        <translation>无法读取“{file}”</translation>
    </message>
    <message>
        <source>This model folder was not opened: {reason}.</source>
        <translation>没有打开该模型文件夹：{reason}。</translation>
    </message>
    <message>
        <source>Choose a folder that holds only a sentence-transformers model with safetensors weights.</source>
        <translation>请选择只含 sentence-transformers 模型和 safetensors 权重的文件夹。</translation>
    </message>
    <message>
        <source>The model folder holds no “{file}”.</source>
        <translation>模型文件夹中没有“{file}”。</translation>
    </message>
    <message>
        <source>Choose a folder that holds a whole sentence-transformers model.</source>
        <translation>请选择含有完整 sentence-transformers 模型的文件夹。</translation>
    </message>
</context>
<context>
    <name>moving</name>
    <message>
        <source>Checking {name}</source>
        <extracomment>A manifest is small, and a shop is no larger than this. What reading a damaged file can end in; the last one where it seems to be packed in a manner that is not known here.</extracomment>
        <translation>正在检查 {name}</translation>
    </message>
    <message>
        <source>The shop from the other computer could not be put into {path}: {reason}. No shop is lost.</source>
        <translation>无法把另一台电脑的店铺放入 {path}：{reason}。两个店铺都没有丢失。</translation>
    </message>
    <message>
        <source>Close other programs that use this folder, make it writable, and start again.</source>
        <translation>请关闭正在使用该文件夹的其他程序，确保文件夹可写，然后重新启动。</translation>
    </message>
    <message>
        <source>Make the file again on the other computer, and copy it once more. Nothing was changed.</source>
        <translation>请在另一台电脑上重新生成文件并再复制一次。没有任何改动。</translation>
    </message>
    <message>
        <source>{name} is not a shop packed for another computer.</source>
        <translation>{name} 不是打包好的店铺文件。</translation>
    </message>
    <message>
        <source>Choose the file that “Move to another computer” made there. Nothing was changed.</source>
        <translation>请选择在那台电脑上用“搬到另一台电脑”生成的文件。没有任何改动。</translation>
    </message>
    <message>
        <source>{name} was packed by a newer version of this program.</source>
        <translation>{name} 是由本程序的更新版本打包的。</translation>
    </message>
    <message>
        <source>Install the newer version here, too. Nothing was changed.</source>
        <translation>请在这里也安装新版本。没有任何改动。</translation>
    </message>
    <message>
        <source>{name} did not arrive whole: {part} is not what was packed.</source>
        <translation>{name} 不完整：{part} 与打包时不一致。</translation>
    </message>
    <message>
        <source>{name} needs {needed} MB of room, and {free} MB are free.</source>
        <translation>{name} 需要 {needed} MB 空间，目前可用 {free} MB。</translation>
    </message>
    <message>
        <source>Make room on the disk, and try again. Nothing was changed.</source>
        <translation>请腾出磁盘空间后重试。没有任何改动。</translation>
    </message>
    <message>
        <source>{name} could not be unpacked: {reason}.</source>
        <translation>无法解包 {name}：{reason}。</translation>
    </message>
    <message>
        <source>Packing {name}</source>
        <extracomment>The form of the manifest; a later one is not read by this version. Folders beside the store that go with it. What a packed file may hold: plain names in the folders of a shop, nothing that leads elsewhere.</extracomment>
        <translation>正在打包 {name}</translation>
    </message>
    <message>
        <source>Copying the shop</source>
        <translation>正在复制店铺</translation>
    </message>
    <message>
        <source>Checking the shop file</source>
        <extracomment>SQLite asks whether to go on after this many of its instructions, some milliseconds apart.</extracomment>
        <translation>正在检查店铺文件</translation>
    </message>
    <message>
        <source>The shop in {name} is damaged. Nothing was changed.</source>
        <translation>{name} 中的店铺已损坏。没有任何改动。</translation>
    </message>
    <message>
        <source>Make the file again on the other computer, and copy it once more.</source>
        <translation>请在另一台电脑上重新生成文件并再复制一次。</translation>
    </message>
    <message>
        <source>Packing your shop</source>
        <translation>正在打包您的店铺</translation>
    </message>
    <message>
        <source>Checking the shop from the other computer</source>
        <translation>正在检查另一台电脑的店铺</translation>
    </message>
</context>
<context>
    <name>notifier</name>
    <message>
        <source>Finished: {what}</source>
        <extracomment>Work that took at least this long is told of.</extracomment>
        <translation>已完成：{what}</translation>
    </message>
    <message>
        <source>Not finished: {what}</source>
        <translation>未完成：{what}</translation>
    </message>
    <message>
        <source>It took {minutes} minutes.</source>
        <translation>用时 {minutes} 分钟。</translation>
    </message>
</context>
<context>
    <name>opening</name>
    <message>
        <source>Opening the sample shop</source>
        <translation>正在打开示例店铺</translation>
    </message>
    <message>
        <source>Removing the sample shop</source>
        <translation>正在移除示例店铺</translation>
    </message>
    <message>
        <source>Bringing the sample shop back</source>
        <translation>正在恢复示例店铺</translation>
    </message>
    <message>
        <source>Reading your products</source>
        <translation>正在读取您的商品</translation>
    </message>
    <message>
        <source>Language model: loading…</source>
        <translation>语言模型：正在加载…</translation>
    </message>
    <message>
        <source>Language model: could not be loaded</source>
        <translation>语言模型：无法加载</translation>
    </message>
    <message>
        <source>Language model: ready</source>
        <translation>语言模型：就绪</translation>
    </message>
    <message>
        <source>The sample is removed: {items} products and {users} customers. What is your own stayed.</source>
        <translation>示例已移除：{items} 件商品和 {users} 位客户。您自己的内容都还在。</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>Fetching {total} pictures</source>
        <extracomment>A picture of a product is smaller than this; what is not is left where it is. A server that fails so often in a row is asked no more. What a file of each kind of picture begins with; a page that says "not found" begins otherwise. Asks a server for an address. Raises OSError where it cannot be had.</extracomment>
        <translation>正在获取 {total} 张图片</translation>
    </message>
    <message>
        <source>Fetching pictures</source>
        <translation>正在获取图片</translation>
    </message>
    <message>
        <source>Pictures fetched: {fetched}.</source>
        <translation>已获取图片：{fetched} 张。</translation>
    </message>
    <message>
        <source>Pictures fetched: {fetched}. {failed} could not be had.</source>
        <translation>已获取图片：{fetched} 张。{failed} 张未能获取。</translation>
    </message>
    <message>
        <source>Pictures fetched: {fetched}. {failed} could not be had; no answer from: {hosts}.</source>
        <translation>已获取图片：{fetched} 张。{failed} 张未能获取；没有回应的服务器：{hosts}。</translation>
    </message>
</context>
<context>
    <name>products</name>
    <message>
        <source>Finding the product's place among the others</source>
        <extracomment>Categories and brands offered while one types; what a shop has more of is found by typing on. An id that ends in digits: what stands before them, and the digits. Where the store remembers the ids of the products typed in by hand.</extracomment>
        <translation>正在为商品找到位置</translation>
    </message>
    <message>
        <source>There is already a product with the number {id}.</source>
        <translation>已经有编号为 {id} 的商品。</translation>
    </message>
    <message>
        <source>Choose another number, for example {free}.</source>
        <translation>请换一个编号，例如 {free}。</translation>
    </message>
    <message>
        <source>Product {id} stays: customers have bought, looked at or judged it.</source>
        <translation>商品 {id} 保留：已有客户买过、看过或评价过它。</translation>
    </message>
    <message>
        <source>Set its stock to 0 if it is no longer sold.</source>
        <translation>如果不再出售，请把库存设为 0。</translation>
    </message>
    <message>
        <source>The product needs a number.</source>
        <translation>商品需要编号。</translation>
    </message>
    <message>
        <source>The product needs a title.</source>
        <translation>商品需要名称。</translation>
    </message>
    <message>
        <source>The price is not an amount.</source>
        <translation>价格不是金额。</translation>
    </message>
    <message>
        <source>Nothing was stored; fill it in and try again.</source>
        <translation>没有保存任何内容；请填写后再试。</translation>
    </message>
    <message>
        <source>There are no customers yet whose lists could show it.</source>
        <extracomment>Lists looked through: of the customers nearest to the product. More of them hardly hold it, and cost milliseconds each.</extracomment>
        <translation>还没有客户，也就没有列表可以展示它。</translation>
    </message>
    <message>
        <source>It is in no list yet: other products suit your customers better.</source>
        <translation>它还不在任何列表里：其他商品更适合您的客户。</translation>
    </message>
    <message>
        <source>It is in the lists of {count} of the {all} customers most likely to want it.</source>
        <translation>在最可能想要它的 {all} 位客户中，它进入了 {count} 位的列表。</translation>
    </message>
    <message>
        <source>Adding {title}</source>
        <translation>正在添加：{title}</translation>
    </message>
    <message>
        <source>Changing {title}</source>
        <translation>正在修改：{title}</translation>
    </message>
    <message>
        <source>Removing {title}</source>
        <translation>正在移除：{title}</translation>
    </message>
    <message>
        <source>Changed: {title}.</source>
        <translation>已修改：{title}。</translation>
    </message>
    <message>
        <source>Removed: {title}.</source>
        <translation>已移除：{title}。</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>It is placed once your products are read.</source>
        <translation>读取商品之后，它会排到位置上。</translation>
    </message>
    <message>
        <source>Added: {title}. {where}</source>
        <translation>已添加：{title}。{where}</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>Lines that the reasons may take, and the height of one: what does not fit is told under the pointer and by "Why this?". The share bar, and how long it is where the words beside it would have less than this room. On a product typed in by hand that nobody has bought yet.</extracomment>
        <translation>新品</translation>
    </message>
    <message>
        <source>Looking for customers who would like it</source>
        <translation>正在查找会喜欢它的客户</translation>
    </message>
</context>
<context>
    <name>profile</name>
    <message>
        <source>What they did ({count} products)</source>
        <extracomment>Groups of a profile, and those of them named in its sentence: more say nothing about a person. Shares of the prices paid below and above which a price is no longer typical. Months looked back upon, each of as many days.</extracomment>
        <translation>客户的行为（{count} 件商品）</translation>
    </message>
    <message>
        <source>What they did, put into words</source>
        <translation>客户行为的文字描述</translation>
    </message>
    <message>
        <source>What sells well now</source>
        <translation>目前畅销的商品</translation>
    </message>
    <message>
        <source>Nothing is known of this customer yet.</source>
        <translation>还不了解这位客户。</translation>
    </message>
    <message>
        <source>{likes} {seen}</source>
        <translation>{likes}{seen}</translation>
    </message>
    <message>
        <source>Has bought in this shop.</source>
        <translation>在本店买过东西。</translation>
    </message>
    <message>
        <source>Mostly likes {first}.</source>
        <translation>主要喜欢{first}。</translation>
    </message>
    <message>
        <source>Mostly likes {first} and {second}.</source>
        <translation>主要喜欢{first}和{second}。</translation>
    </message>
    <message>
        <source>Mostly likes {first}, {second} and {third}.</source>
        <translation>主要喜欢{first}、{second}和{third}。</translation>
    </message>
    <message>
        <source>Seen on the last day of your data.</source>
        <translation>最近一次出现在数据的最后一天。</translation>
    </message>
    <message>
        <source>Last seen 1 day before your data ends.</source>
        <translation>最近一次出现在数据截止前 1 天。</translation>
    </message>
    <message>
        <source>Last seen {days} days before your data ends.</source>
        <translation>最近一次出现在数据截止前 {days} 天。</translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Thank you: {customer} – {title}.</source>
        <translation>谢谢：{customer} – {title}。</translation>
    </message>
    <message>
        <source>No more questions. They can be switched on again in the settings.</source>
        <translation>不再提问。可在设置中重新开启。</translation>
    </message>
</context>
<context>
    <name>rank</name>
    <message>
        <source>Making the lists</source>
        <extracomment>Scores held at a time by the many-user version: 64 MB of float32. Single precision may misplace neighbours this close; they are compared again in double precision.</extracomment>
        <translation>正在生成推荐列表</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>Because of {title}</source>
        <translation>因为{title}</translation>
    </message>
    <message>
        <source>Less because of {title}, which they did not like</source>
        <translation>因为不喜欢{title}而靠后</translation>
    </message>
    <message>
        <source>Sells well now</source>
        <translation>目前畅销</translation>
    </message>
    <message>
        <source>Bought before, and often bought again</source>
        <translation>以前买过，而且常会再买</translation>
    </message>
    <message>
        <source>Fits what they did, in words</source>
        <translation>符合对其行为的文字描述</translation>
    </message>
    <message>
        <source>Your rules recommend it more</source>
        <translation>您的规则提高了它的推荐</translation>
    </message>
    <message>
        <source>Your rules recommend it less</source>
        <translation>您的规则降低了它的推荐</translation>
    </message>
    <message>
        <source>Suits nearly everybody; your rules prefer what others are not shown</source>
        <translation>几乎人人适合；您的规则更偏向别人看不到的商品</translation>
    </message>
    <message>
        <source>Sells well</source>
        <translation>畅销</translation>
    </message>
    <message>
        <source>New in the shop</source>
        <translation>新品</translation>
    </message>
    <message>
        <source>From what this customer did</source>
        <translation>根据该客户的行为</translation>
    </message>
    <message>
        <source>From this customer's behaviour in words</source>
        <translation>根据对该客户行为的文字描述</translation>
    </message>
    <message>
        <source>Nothing is known of this customer yet: what sells well now</source>
        <translation>还不了解这位客户：显示目前畅销的商品</translation>
    </message>
    <message>
        <source>What sells well in the categories this customer likes</source>
        <translation>该客户喜欢的分类中的畅销商品</translation>
    </message>
    <message>
        <source>From the products chosen</source>
        <translation>根据所选商品</translation>
    </message>
    <message>
        <source>What fits the wish</source>
        <translation>符合愿望的商品</translation>
    </message>
    <message>
        <source>What sells well now</source>
        <translation>近期畅销商品</translation>
    </message>
    <message>
        <source>What is new in the shop</source>
        <translation>店里的新品</translation>
    </message>
    <message>
        <source>You put this product first</source>
        <translation>您让该商品排在最前</translation>
    </message>
    <message>
        <source>For variety: it differs from the products above it</source>
        <translation>为了多样性：与上面的商品不同</translation>
    </message>
    <message>
        <source>Your rules brought it into the list</source>
        <translation>您的规则把它带进了列表</translation>
    </message>
    <message>
        <source>Shown to this customer lately; nothing else was left</source>
        <translation>最近向该客户展示过；没有其他可选的了</translation>
    </message>
    <message>
        <source>Outside your price band; nothing within it was left</source>
        <translation>超出您的价格区间；区间内没有可选的了</translation>
    </message>
    <message>
        <source>Outside your categories; nothing within them was left</source>
        <translation>不在您选定的分类内；这些分类中没有可选的了</translation>
    </message>
    <message>
        <source>Sold out; nothing in stock was left</source>
        <translation>已售罄；没有可选的现货了</translation>
    </message>
    <message>
        <source>Had before; nothing new was left</source>
        <translation>以前买过；没有可选的新商品了</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>Making the lists of {total} customers</source>
        <extracomment>Products named in each table of the report.</extracomment>
        <translation>正在生成 {total} 位客户的推荐列表</translation>
    </message>
    <message>
        <source>the file stayed empty</source>
        <extracomment>Paper is white, whatever the window's colours are.</extracomment>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>Recommendations of {shop}</source>
        <translation>{shop} 的推荐</translation>
    </message>
    <message>
        <source>Recommendations of the shop</source>
        <translation>店铺的推荐</translation>
    </message>
    <message>
        <source>Report of {day}, made on this computer; nothing has left it.</source>
        <translation>{day} 的报告，在这台电脑上生成；没有数据离开过它。</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Purchases and other actions</source>
        <translation>购买及其他行为</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>Model in use</source>
        <translation>使用中的模型</translation>
    </message>
    <message>
        <source>What the shop holds</source>
        <translation>店铺里有什么</translation>
    </message>
    <message>
        <source>Do the lists help?</source>
        <translation>推荐列表有用吗？</translation>
    </message>
    <message>
        <source>That was not tried yet: open Insights and let the last weeks be replayed.</source>
        <translation>还没有试过：请打开“洞察”，回放最近几周。</translation>
    </message>
    <message>
        <source>Replayed on {day}.</source>
        <translation>回放于 {day}。</translation>
    </message>
    <message>
        <source>Replayed on {day}; the shop has changed since.</source>
        <translation>回放于 {day}；此后店铺有变化。</translation>
    </message>
    <message>
        <source>These lists</source>
        <translation>这些推荐列表</translation>
    </message>
    <message>
        <source>Bestseller list</source>
        <translation>畅销榜</translation>
    </message>
    <message>
        <source>{hits} of {customers}</source>
        <translation>{customers} 位中的 {hits} 位</translation>
    </message>
    <message>
        <source>{shown} of {items} products ({share}) stand in at least one of the lists of {customers} customers.</source>
        <translation>{items} 件商品中有 {shown} 件（{share}）至少出现在 {customers} 位客户的某一份推荐列表里。</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表数</translation>
    </message>
    <message>
        <source>What the lists show</source>
        <translation>推荐列表展示了什么</translation>
    </message>
    <message>
        <source>Of the catalogue</source>
        <translation>占商品目录</translation>
    </message>
    <message>
        <source>Of the lists</source>
        <translation>占推荐列表</translation>
    </message>
    <message>
        <source>Which shelves they come from</source>
        <translation>它们来自哪些分类</translation>
    </message>
    <message>
        <source>What no list shows</source>
        <translation>没有任何列表展示的商品</translation>
    </message>
    <message>
        <source>Every product that can be bought stands in at least one list.</source>
        <translation>每件可售商品都至少出现在一份列表里。</translation>
    </message>
    <message>
        <source>{count} products that can be bought stand in no list.</source>
        <translation>有 {count} 件可售商品没有出现在任何列表里。</translation>
    </message>
    <message>
        <source>Among them: {names}.</source>
        <translation>例如：{names}。</translation>
    </message>
    <message>
        <source>A richer description, or the slider for rarely bought products on the Rules page, brings them forward.</source>
        <translation>写得更详细的描述，或“规则”页上的冷门商品滑块，可以让它们更靠前。</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>Learning from all but the last weeks</source>
        <extracomment>Customers looked at, and scores kept of them: a slider is followed within a third of a second. The products bought most are the head, all others the long tail.</extracomment>
        <translation>正在根据最近几周之前的数据学习</translation>
    </message>
    <message>
        <source>Of {customers} customers {hits} would have seen something they then bought ({plain} without variety, {bestsellers} with a bestseller list), and {coverage} % of the catalogue would have been shown instead of {coverage_plain} %.</source>
        <extracomment>What is kept from each customer, and what each took of the rest.</extracomment>
        <translation>在 {customers} 位客户中，{hits} 位会看到他们随后购买的商品（不加多样性时 {plain} 位，用畅销榜时 {bestsellers} 位），展示的商品占目录的 {coverage} %，原为 {coverage_plain} %。</translation>
    </message>
    <message>
        <source>Home page</source>
        <extracomment>Places where most shops show lists, with rules to begin with: a mailing is read once and should not repeat the last one, beside a basket there is room for a few products, which should not all be the same thing.</extracomment>
        <translation>首页</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮件</translation>
    </message>
    <message>
        <source>Basket</source>
        <translation>购物车</translation>
    </message>
    <message>
        <source>There is no rule {name}; there are {names}.</source>
        <translation>没有规则 {name}；现有：{names}。</translation>
    </message>
    <message>
        <source>{name} cannot be {value}.</source>
        <translation>{name} 不能是 {value}。</translation>
    </message>
    <message>
        <source>{value} is not between {low:g} and {high:g}.</source>
        <translation>{value} 不在 {low:g} 到 {high:g} 之间。</translation>
    </message>
    <message>
        <source>No product costs at least {low:g} and at most {high:g}.</source>
        <translation>没有价格不低于 {low:g} 又不高于 {high:g} 的商品。</translation>
    </message>
    <message>
        <source>Product {id} cannot stand first and be kept out at once.</source>
        <translation>商品 {id} 不能既排在最前又被排除。</translation>
    </message>
    <message>
        <source>A product is lifted or lowered by 1 at most.</source>
        <translation>商品最多上调或下调 1。</translation>
    </message>
    <message>
        <source>Nothing was changed; correct it and try again.</source>
        <translation>未做任何更改；请更正后重试。</translation>
    </message>
    <message>
        <source>A set of rules needs a name of 1 to {most} letters. Nothing was changed.</source>
        <translation>规则需要一个 1 到 {most} 个字符的名称。未做任何更改。</translation>
    </message>
    <message>
        <source>Name it after the place where its lists are shown.</source>
        <translation>请用展示这些列表的位置来命名。</translation>
    </message>
    <message>
        <source>There are rules called {name} already. Nothing was changed.</source>
        <translation>已经有名为“{name}”的规则。未做任何更改。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个名称。</translation>
    </message>
    <message>
        <source>The rules of every list keep their name and cannot be deleted. Nothing was changed.</source>
        <translation>所有列表通用的规则不能改名，也不能删除。未做任何更改。</translation>
    </message>
    <message>
        <source>Change them, or add rules for one place.</source>
        <translation>可以修改它，或为某个位置另外添加规则。</translation>
    </message>
    <message>
        <source>There are no rules called {name}.</source>
        <translation>没有名为“{name}”的规则。</translation>
    </message>
    <message>
        <source>There are: {names}</source>
        <translation>现有：{names}</translation>
    </message>
    <message>
        <source>Replaying the last weeks, to see what rules cost</source>
        <extracomment>Products a search offers to choose from.</extracomment>
        <translation>正在重演最近几周，以了解规则的代价</translation>
    </message>
    <message>
        <source>Never recommended from now on: {title}</source>
        <extracomment>How far "more" and "less" of a product's menu lift and lower it.</extracomment>
        <translation>今后不再推荐：{title}</translation>
    </message>
    <message>
        <source>Recommended again: {title}</source>
        <translation>重新推荐：{title}</translation>
    </message>
    <message>
        <source>Stands first now: {title}</source>
        <translation>现在排在最前：{title}</translation>
    </message>
    <message>
        <source>No longer stands first: {title}</source>
        <translation>不再排在最前：{title}</translation>
    </message>
    <message>
        <source>Recommended neither more nor less: {title}</source>
        <translation>不再多推荐也不再少推荐：{title}</translation>
    </message>
    <message>
        <source>Recommended more: {title}</source>
        <translation>多推荐：{title}</translation>
    </message>
    <message>
        <source>Recommended less: {title}</source>
        <translation>少推荐：{title}</translation>
    </message>
    <message>
        <source>Added: {name}</source>
        <translation>已添加：{name}</translation>
    </message>
    <message>
        <source>{former} is called {name} now</source>
        <translation>“{former}”现在叫“{name}”</translation>
    </message>
    <message>
        <source>Deleted with its rules: {name}</source>
        <translation>已连同规则一起删除：{name}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Products in a list: {count}</source>
        <translation>列表中的商品数：{count}</translation>
    </message>
    <message>
        <source>Only what is in stock is recommended</source>
        <translation>只推荐有货的商品</translation>
    </message>
    <message>
        <source>Sold-out products are recommended too</source>
        <translation>缺货商品也会推荐</translation>
    </message>
    <message>
        <source>Price limits changed</source>
        <translation>价格范围已更改</translation>
    </message>
    <message>
        <source>Bought products are not recommended again</source>
        <translation>买过的商品不再推荐</translation>
    </message>
    <message>
        <source>Bought products come back after {days} days</source>
        <translation>买过的商品 {days} 天后重新推荐</translation>
    </message>
    <message>
        <source>Products rest after they were shown; lists: {count}</source>
        <translation>商品展示后休息；列表数：{count}</translation>
    </message>
    <message>
        <source>Products do not rest after they were shown</source>
        <translation>商品展示后不再休息</translation>
    </message>
    <message>
        <source>All categories are recommended</source>
        <translation>推荐所有分类</translation>
    </message>
    <message>
        <source>Recommended from: {names}</source>
        <translation>只从这些分类推荐：{names}</translation>
    </message>
    <message>
        <source>Not recommended from: {names}</source>
        <translation>不从这些分类推荐：{names}</translation>
    </message>
    <message>
        <source>List of {customer}</source>
        <translation>{customer} 的列表</translation>
    </message>
    <message>
        <source>{other} of {count} are in it because of the rules: those with a line before them.</source>
        <translation>{count} 件中有 {other} 件是因为规则才在列表里：前面带竖线的就是。</translation>
    </message>
    <message>
        <source>Moved to place {place}: {title}</source>
        <translation>移到第 {place} 位：{title}</translation>
    </message>
    <message>
        <source>Kept out: {title}</source>
        <translation>已排除：{title}</translation>
    </message>
    <message>
        <source>No longer kept out: {title}</source>
        <translation>不再排除：{title}</translation>
    </message>
    <message>
        <source>Here {hits} of {customers} customers would have seen what they then bought; with the slider at the left {other}.</source>
        <translation>在这个位置，{customers} 位客户中有 {hits} 位会看到后来所买的商品；滑块在最左时为 {other} 位。</translation>
    </message>
    <message>
        <source>A list holds {kinds} kinds of products on average instead of {other}.</source>
        <translation>一份列表平均有 {kinds} 类商品，滑块在最左时为 {other} 类。</translation>
    </message>
    <message>
        <source>Rarely bought products take {share} of the places instead of {other}.</source>
        <translation>少有人买的商品占 {share} 的位置，滑块在最左时为 {other}。</translation>
    </message>
    <message>
        <source>Customers who would have seen what they then bought: {hits} of {customers}; without rules {plain}, with a bestseller list {bestsellers}</source>
        <translation>会看到后来所买商品的客户：{customers} 位中的 {hits} 位；没有规则时 {plain} 位，用畅销榜时 {bestsellers} 位</translation>
    </message>
    <message>
        <source>{share} of the catalogue is shown to somebody instead of {other}.</source>
        <translation>目录中有 {share} 会展示给某位客户，滑块在最左时为 {other}。</translation>
    </message>
    <message>
        <source>Share of the catalogue that is shown to somebody: {share}; without rules {plain}</source>
        <translation>目录中会展示给某位客户的部分：{share}；没有规则时 {plain}</translation>
    </message>
    <message>
        <source>Kinds of products in a list on average: {kinds}; without rules {plain}</source>
        <translation>一份列表中平均的商品类别数：{kinds}；没有规则时 {plain}</translation>
    </message>
    <message>
        <source>Places taken by rarely bought products: {share}; without rules {plain}</source>
        <translation>少有人买的商品所占的位置：{share}；没有规则时 {plain}</translation>
    </message>
    <message>
        <source>Changed: how different the products of a list are</source>
        <translation>已更改：列表中商品的差异程度</translation>
    </message>
    <message>
        <source>Changed: how often rarely bought products are recommended</source>
        <translation>已更改：少有人买的商品的推荐程度</translation>
    </message>
    <message>
        <source>Every list</source>
        <extracomment>What the standard scenario is called; all others have the names the shop gave them.</extracomment>
        <translation>所有列表</translation>
    </message>
</context>
<context>
    <name>sample</name>
    <message>
        <source>Removing the sample</source>
        <extracomment>What the program remembers of lists that are gone.</extracomment>
        <translation>正在移除示例</translation>
    </message>
    <message>
        <source>Bringing the sample back</source>
        <translation>正在恢复示例</translation>
    </message>
    <message>
        <source>The sample was not brought back: your shop has changed since, and would be lost. Nothing was changed.</source>
        <translation>示例没有恢复：店铺在此之后有了变化，恢复会使这些变化丢失。没有任何改动。</translation>
    </message>
    <message>
        <source>A copy of the shop with the sample lies in {path}.</source>
        <translation>含示例的店铺副本在 {path}。</translation>
    </message>
</context>
<context>
    <name>scheduling</name>
    <message>
        <source>Nothing was written.</source>
        <extracomment>What the timetable programs are given to come to an end. Where the shop remembers what was chosen last. Runs a program of the system with this text on its input.</extracomment>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Choose the folder into which your shop's exports are put.</source>
        <translation>请选择存放店铺导出文件的文件夹。</translation>
    </message>
    <message>
        <source>Choose the file into which the lists are written.</source>
        <translation>请选择写入推荐列表的文件。</translation>
    </message>
    <message>
        <source>The name of a folder or file has a line break in it.</source>
        <translation>文件夹或文件的名称中含有换行。</translation>
    </message>
    <message>
        <source>This computer has no {program}, so nothing was written.</source>
        <translation>这台电脑没有 {program}，因此没有写入任何内容。</translation>
    </message>
    <message>
        <source>Copy the line above and put it into the timetable program that you use.</source>
        <translation>请复制上面这一行，放入您使用的定时任务程序。</translation>
    </message>
    <message>
        <source>The system refused: {reason}</source>
        <translation>系统拒绝了：{reason}</translation>
    </message>
    <message>
        <source>Your timetable is as it was. Copy the line above and put it there by hand.</source>
        <translation>定时任务保持原样。请复制上面这一行并手动添加。</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Name of the shop</source>
        <translation>店铺名称</translation>
    </message>
    <message>
        <source>Shown in the window and on exported lists.</source>
        <translation>显示在窗口和导出的推荐列表上。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Follows the computer unless you choose one.</source>
        <translation>默认跟随电脑，也可以自选。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Follows the computer unless you choose light or dark.</source>
        <translation>默认跟随电脑，也可以选择浅色或深色。</translation>
    </message>
    <message>
        <source>What you recommend</source>
        <translation>您推荐什么</translation>
    </message>
    <message>
        <source>The window then speaks of films that are watched or articles that are read, instead of products that are bought.</source>
        <translation>窗口里会改用影片、观看或文章、阅读，而不是商品、购买。</translation>
    </message>
    <message>
        <source>Days after which a purchase counts half</source>
        <translation>购买影响减半的天数</translation>
    </message>
    <message>
        <source>Views, favourites and ratings too. Fewer days follow changing tastes faster; more days remember longer.</source>
        <translation>浏览、收藏和评分也一样。天数少，更快跟上口味变化；天数多，记得更久。</translation>
    </message>
    <message>
        <source>Ask about products now and then</source>
        <translation>偶尔就商品提问</translation>
    </message>
    <message>
        <source>At most five questions a day beside the answers: those that teach the lists most. None waits for you.</source>
        <translation>每天最多五个问题，显示在反馈旁边：都是对推荐列表帮助最大的问题，不会打断您。</translation>
    </message>
    <message>
        <source>Keep customers' e-mail addresses readable</source>
        <translation>保留可读的客户邮箱</translation>
    </message>
    <message>
        <source>Otherwise a code takes the place of e-mail addresses, telephone numbers and names, and you find a customer by typing the address. Counts for customers who are new from now on.</source>
        <translation>否则邮箱、电话和姓名都由代码代替，输入邮箱即可找到该客户。只对此后新出现的客户生效。</translation>
    </message>
    <message>
        <source>Folder of nightly exports</source>
        <translation>每晚导出文件所在的文件夹</translation>
    </message>
    <message>
        <source>New files in it are imported by themselves while the program is open. Empty: none is watched.</source>
        <translation>程序打开时，其中的新文件会自动导入。留空则不监视任何文件夹。</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>跟随电脑</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Products of a shop</source>
        <translation>店铺的商品</translation>
    </message>
    <message>
        <source>Articles to read</source>
        <translation>供阅读的文章</translation>
    </message>
    <message>
        <source>Films and series</source>
        <translation>影片和剧集</translation>
    </message>
    <message>
        <source>Default: {value}</source>
        <translation>默认：{value}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>stock</name>
    <message>
        <source>Out of stock</source>
        <extracomment>From this stock on, a number tells the person nothing they would act on.</extracomment>
        <translation>缺货</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>剩 {count} 件</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>有货</translation>
    </message>
</context>
<context>
    <name>store</name>
    <message>
        <source>Another program is writing to the shop file {path}. Nothing was changed.</source>
        <extracomment>With less than this left, SQLite's "input/output error" means that the log's index could not grow.</extracomment>
        <translation>另一个程序正在写入店铺文件 {path}。没有任何改动。</translation>
    </message>
    <message>
        <source>Close the other program or wait until it is done, then try again.</source>
        <translation>请关闭那个程序或等它完成，然后重试。</translation>
    </message>
    <message>
        <source>The disk is full: {free} MB are left beside {path}. Nothing was changed.</source>
        <translation>磁盘已满：{path} 所在磁盘只剩 {free} MB。没有任何改动。</translation>
    </message>
    <message>
        <source>Make room on this disk, and on the one for temporary files if it is another, then try again.</source>
        <translation>请在这个磁盘上腾出空间（临时文件若在另一个磁盘，也请腾出空间），然后重试。</translation>
    </message>
    <message>
        <source>The disk of {path} could not be read or written. The last action was not stored.</source>
        <translation>无法读写 {path} 所在的磁盘。刚才的操作没有保存。</translation>
    </message>
    <message>
        <source>Check that the disk or network drive is connected and sound, then try again.</source>
        <translation>请检查磁盘或网络驱动器是否连接正常，然后重试。</translation>
    </message>
    <message>
        <source>The shop file {path} cannot be opened for writing. Nothing was changed.</source>
        <translation>无法以写入方式打开店铺文件 {path}。没有任何改动。</translation>
    </message>
    <message>
        <source>Allow writing to its folder, or choose another folder with --data-dir.</source>
        <translation>请允许写入其所在文件夹，或用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} is damaged or is not a shop file. It was left as it is.</source>
        <translation>{path} 已损坏或不是店铺文件。它保持原样。</translation>
    </message>
    <message>
        <source>Put a copy from its backups folder in its place, or choose another folder with --data-dir.</source>
        <translation>请用 backups 文件夹中的副本替换它，或用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} was written by a newer version of this program: format {found}, not {known}. It was left as it is.</source>
        <translation>{path} 由本程序的更新版本写成：格式为 {found}，而非 {known}。它保持原样。</translation>
    </message>
    <message>
        <source>Install the newer version, or choose another folder with --data-dir.</source>
        <translation>请安装更新的版本，或用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>There is no model version {number} in this shop.</source>
        <extracomment>The number of the model that comes with the program; there from the first migration on.</extracomment>
        <translation>这家店铺没有模型 {number}。</translation>
    </message>
    <message>
        <source>Choose one from the list of versions on the Training page.</source>
        <translation>请从“训练”页面的模型列表中选择。</translation>
    </message>
    <message>
        <source>Model version {number} is in use or came with the program. It was kept.</source>
        <translation>模型 {number} 正在使用或随程序附带，因此保留。</translation>
    </message>
    <message>
        <source>Go back to another version first, then delete this one.</source>
        <translation>请先换用另一个模型，再删除这个。</translation>
    </message>
</context>
<context>
    <name>text_coach</name>
    <message>
        <source>Looking at the texts of your products</source>
        <translation>正在查看商品文字</translation>
    </message>
    <message>
        <source>The title is only a number or a code.</source>
        <extracomment>How much of what a text can do each fault costs. Measured as ``text_gain.py`` does it: of 100 buyers of a product treated as new, 54 are found by its whole text, 37 by two words, 19 by a number (Online Retail; in the sample shop 37, 25 and 24). Texts in other letters, twins and categories cannot be measured so; they are set between. What a product that cannot be bought, or is kept out of all lists, is worth beside one that is sold.</extracomment>
        <translation>标题只是一个编号或代码。</translation>
    </message>
    <message>
        <source>The title is short, and there is no description.</source>
        <translation>标题很短，也没有描述。</translation>
    </message>
    <message>
        <source>Written in other letters than your other products.</source>
        <translation>所用文字与您的其他商品不同。</translation>
    </message>
    <message>
        <source>Word for word like another product.</source>
        <translation>与另一件商品的文字一字不差。</translation>
    </message>
    <message>
        <source>No category.</source>
        <translation>没有分类。</translation>
    </message>
    <message>
        <source>Write what it is, as you would say it to a customer.</source>
        <translation>像对客户介绍那样，写出它是什么。</translation>
    </message>
    <message>
        <source>Add what it is made of, for whom and for what: a sentence is enough.</source>
        <translation>补充材质、适合谁、有什么用途：一句话就够。</translation>
    </message>
    <message>
        <source>Add a title in the language of the others, so that likeness can be seen.</source>
        <translation>补充一个与其他商品相同语言的标题，才能看出相似之处。</translation>
    </message>
    <message>
        <source>Add what tells them apart: colour, size, material.</source>
        <translation>补充能区分它们的内容：颜色、尺寸、材质。</translation>
    </message>
    <message>
        <source>Give it the category of its neighbours.</source>
        <translation>为它填上同类商品的分类。</translation>
    </message>
    <message>
        <source>Measuring what words are worth</source>
        <extracomment>Products treated as new, at least and at most, and the customers each must have for its place to be judged. The part of the customers that a campaign would write to.</extracomment>
        <translation>正在测量文字的作用</translation>
    </message>
    <message>
        <source>Measured on {items} of your products, treated as if they were new: with their whole text, {full} of 100 buyers are among the likeliest tenth of customers; with two words, {two_words}; with a number only, {code}. Picking at random would find 10.</source>
        <translation>把您的 {items} 件商品当作新品来测量：使用完整文字时，每 100 位买家中有 {full} 位在最可能购买的前十分之一客户里；只用两个词时为 {two_words} 位；只用编号时为 {code} 位。随机挑选只能找到 10 位。</translation>
    </message>
</context>
<context>
    <name>together</name>
    <message>
        <source>Counting what is bought together</source>
        <translation>正在统计一起购买的商品</translation>
    </message>
</context>
<context>
    <name>train</name>
    <message>
        <source>Preparing the texts to learn from: {done} of {total}</source>
        <translation>正在准备学习用的文字：{done} / {total}</translation>
    </message>
    <message>
        <source>This kind of language model can be used, but it cannot learn here.</source>
        <extracomment>Texts pass the frozen layers in batches of this many tokens, so that a cancel is heard in time.</extracomment>
        <translation>这种语言模型可以使用，但不能在这里学习。</translation>
    </message>
    <message>
        <source>Go back to the bundled model on the Training page, then train again.</source>
        <translation>请在“训练”页面退回自带的模型，然后重新训练。</translation>
    </message>
    <message>
        <source>The graphics card cannot hold the training; going on with the processor, which takes longer</source>
        <translation>显卡容纳不下这次训练，改用处理器继续，用时会更长</translation>
    </message>
    <message>
        <source>Learning from your customers: step {step} of {steps}</source>
        <translation>正在向您的客户学习：第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>The training was stopped: it made all products look the same.</source>
        <extracomment>The model has stopped telling texts apart when one minus their mean cosine has fallen to this part of its start. Called with the vectors of the validated texts (n, e); returns values by the curve's name, "ndcg@10" among them.</extracomment>
        <translation>训练已停止：它使所有商品看起来都一样。</translation>
    </message>
    <message>
        <source>The training was stopped: its numbers ran away.</source>
        <translation>训练已停止：数值失控。</translation>
    </message>
    <message>
        <source>The model in use is unchanged. Train again after more behaviour or feedback has come in.</source>
        <translation>正在使用的模型没有变。等有了更多行为或反馈后再训练。</translation>
    </message>
    <message>
        <source>Looking at what customers did</source>
        <extracomment>Customers needed to stop a training and to judge it; with fewer, chance decides. Steps between two validations at least: a small shop's products are looked at several times. Upper layers that learn, and tokens read of a text while learning: titles come first, and more costs time.</extracomment>
        <translation>正在查看客户的行为</translation>
    </message>
    <message>
        <source>Comparing the new model with the one in use</source>
        <translation>正在比较新模型与正在使用的模型</translation>
    </message>
    <message>
        <source>There is too little behaviour yet to train and to judge the result. Your model is unchanged.</source>
        <translation>行为数据太少，还无法训练和评判结果。您的模型没有变。</translation>
    </message>
    <message>
        <source>Import more orders: some hundred, of at least some dozen customers who came back, are a start.</source>
        <translation>请导入更多订单：有几百笔、来自至少几十位回头客，就可以开始。</translation>
    </message>
    <message>
        <source>Better than before: {new} of {customers} customers would have seen a new product that they then bought. Before: {active}. By likeness to bestsellers alone: {popularity}.</source>
        <extracomment>Per-customer values by metric, by "new", "active" and "popularity".</extracomment>
        <translation>比以前更好：{customers} 位客户中有 {new} 位本会看到后来购买的新商品。以前：{active} 位。只按与畅销商品的相似程度：{popularity} 位。</translation>
    </message>
    <message>
        <source>Better for new products ({new} instead of {active} of {customers} customers would have seen one they bought), but worse for all others.</source>
        <translation>对新商品更好（{customers} 位客户中有 {new} 位本会看到后来购买的新商品，以前是 {active} 位），但对其他商品更差。</translation>
    </message>
    <message>
        <source>Not clearly better: {new} of {customers} customers would have seen a new product that they then bought. Before: {active}. By likeness to bestsellers alone: {popularity}.</source>
        <translation>没有明显变好：{customers} 位客户中有 {new} 位本会看到后来购买的新商品。以前：{active} 位。只按与畅销商品的相似程度：{popularity} 位。</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Improving the lists</source>
        <extracomment>The title by which a window that was rebuilt, or was not there at the start, recognises the job.</extracomment>
        <translation>正在改进推荐列表</translation>
    </message>
    <message>
        <source>Changing to model {number}</source>
        <translation>正在换用模型 {number}</translation>
    </message>
    <message>
        <source>Model {number} makes your lists now.</source>
        <translation>现在由模型 {number} 生成推荐列表。</translation>
    </message>
    <message>
        <source>Model {number} is deleted.</source>
        <translation>已删除模型 {number}。</translation>
    </message>
    <message>
        <source>{low} to {high} minutes</source>
        <extracomment>Where the store remembers how many product texts the language model read in a second, on this computer. Fewer texts than this say little about speed. A training looks at so many products at most, so many a step, and takes so many steps a round at least. Rounds after which it ends: as soon as four in a row brought nothing, or for good. Measured on the sample shop: a step costs as much as reading so many texts; texts prepared for learning are so much cheaper than read ones; and what is done besides takes so many seconds, more where there is more behaviour to replay. How far a training of the same shop may be off the last one.</extracomment>
        <translation>{low} 到 {high} 分钟</translation>
    </message>
    <message>
        <source>{low} seconds to {high} minutes</source>
        <translation>{low} 秒到 {high} 分钟</translation>
    </message>
    <message>
        <source>{low} to {high} seconds</source>
        <translation>{low} 到 {high} 秒</translation>
    </message>
    <message>
        <source>It takes about {span}, judging by the last time; you can go on working.</source>
        <translation>大约需要 {span}（按上次的用时估计），期间可以继续工作。</translation>
    </message>
    <message>
        <source>It takes about {span}, judging by how fast this computer read your products; you can go on working.</source>
        <translation>大约需要 {span}（按这台电脑读取商品的速度估计），期间可以继续工作。</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>Your lists got better: model {number} makes them now. You can go back on the Training page.</source>
        <translation>推荐列表变好了：现在由模型 {number} 生成。可在“训练”页退回。</translation>
    </message>
    <message>
        <source>The training did not make your lists better: model {number} stays in use.</source>
        <translation>训练没有让推荐列表变好：继续使用模型 {number}。</translation>
    </message>
    <message>
        <source>Model {number} cannot come back: its files are gone by now.</source>
        <extracomment>Under which a trained version's metrics tell whether it was better than the one in use when it was made.</extracomment>
        <translation>模型 {number} 无法恢复：它的文件已经不在了。</translation>
    </message>
    <message>
        <source>Train again to get a model like it. Nothing was changed.</source>
        <translation>请重新训练，以得到类似的模型。未做任何更改。</translation>
    </message>
    <message>
        <source>{percent} % of customers would have seen the new product they bought</source>
        <translation>{percent}% 的客户本会看到后来购买的新商品</translation>
    </message>
</context>
<context>
    <name>watching</name>
    <message>
        <source>Not imported from the watched folder: {name}. {reason}</source>
        <translation>监视文件夹中的文件未导入：{name}。{reason}</translation>
    </message>
    <message>
        <source>{text} And {count} more.</source>
        <translation>{text} 另有 {count} 个。</translation>
    </message>
    <message>
        <source>Importing from the watched folder</source>
        <translation>正在从监视文件夹导入</translation>
    </message>
</context>
<context>
    <name>why</name>
    <message>
        <source>Reading the text without each of its words: {done} of {total}</source>
        <extracomment>Words that are tried, in the order of the text: each costs one more reading, some tens of milliseconds.</extracomment>
        <translation>逐词去掉后重新读取文字：{done} / {total}</translation>
    </message>
    <message>
        <source>Nobody has bought it yet: its words alone decide its place.</source>
        <translation>还没有人买过它：名次只由文字决定。</translation>
    </message>
    <message>
        <source>{buyers} customers have bought it, so what they bought decides its place. By its words alone it would be in place {rank} of {total}.</source>
        <extracomment>Chinese and Japanese have no blanks: they are cut into pairs of characters.</extracomment>
        <translation>已有 {buyers} 位客户买过它，因此名次由他们的购买决定。只看文字，它会排在 {total} 件中的第 {rank} 位。</translation>
    </message>
    <message>
        <source>One by one the {count} words make up {sum} % of what its text brings; the rest comes from words read together.</source>
        <translation>全部 {count} 个词单独的作用占文字总作用的 {sum}%；其余来自词与词的搭配。</translation>
    </message>
    <message>
        <source>The words of this product do not speak for this customer.</source>
        <translation>这件商品的文字并不适合这位客户。</translation>
    </message>
    <message>
        <source>No words of {title} were read, so none can matter.</source>
        <translation>没有读取“{title}”的任何文字，因此没有起作用的词。</translation>
    </message>
    <message>
        <source>Give it a title and a description, and let the products be read.</source>
        <translation>请为它填写名称和描述，并让程序读取商品。</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>{items} products, {users} customers</source>
        <translation>{items} 件商品，{users} 位客户</translation>
    </message>
    <message>
        <source>Model {number}</source>
        <translation>模型 {number}</translation>
    </message>
</context>
<context>
    <name>wish</name>
    <message>
        <source>Reading the wish</source>
        <extracomment>What a customer's own taste counts beside a wish: enough to choose among what fits, too little to bring in what does not. A wish is a sentence, not a letter to the editor: further characters are not read. Chinese words of a wish that tell of the giving, not of the thing: by letters they would find what is "for friends who love stars" where tea was asked for. Longer ones first. The last two coordinates of a key are popularity and pad.</extracomment>
        <translation>正在读取愿望</translation>
    </message>
    <message>
        <source>Fits the wish</source>
        <translation>符合愿望</translation>
    </message>
    <message>
        <source>For the wish “{wish}”, whoever it is for</source>
        <translation>按愿望“{wish}”，不限客户</translation>
    </message>
    <message>
        <source>For the wish “{wish}” and this customer's taste</source>
        <translation>按愿望“{wish}”和这位客户的喜好</translation>
    </message>
    <message>
        <source>A wish needs words.</source>
        <translation>愿望要用文字写出来。</translation>
    </message>
    <message>
        <source>Write what is wanted, for example “gift for a gardener”.</source>
        <translation>写下想要什么，例如“送给爱种花的人”。</translation>
    </message>
    <message>
        <source>None of the words of “{wish}” stands in your catalogue.</source>
        <translation>您的商品目录里没有“{wish}”中的任何一个词。</translation>
    </message>
    <message>
        <source>Try words that describe the products themselves.</source>
        <translation>请试试描述商品本身的词。</translation>
    </message>
    <message>
        <source>Reading a wish</source>
        <translation>读取愿望</translation>
    </message>
</context>
<context>
    <name>workplace</name>
    <message>
        <source>Language model: not loaded yet</source>
        <translation>语言模型：尚未加载</translation>
    </message>
    <message>
        <source>{what} {what_to_do}</source>
        <translation>{what}{what_to_do}</translation>
    </message>
</context>
<context>
    <name>worth</name>
    <message>
        <source>{new} new since the last training. From {enough} on, training would be worth it.</source>
        <extracomment>Answers that are enough to begin with. With ten, chance no longer decides: that nine of ten or more point one way by chance happens once in a hundred times ((10 + 1) / 2**10 = .011); of five, four or more do one time in five. What is new must be this part of what was there before: less can hardly change what was learnt from all of it.</extracomment>
        <translation>上次训练以来新增 {new} 条。达到 {enough} 条时值得训练。</translation>
    </message>
    <message>
        <source>{new} new since the last training: training would be worth it.</source>
        <translation>上次训练以来新增 {new} 条：值得训练。</translation>
    </message>
    <message>
        <source>Nothing new since the last training.</source>
        <translation>上次训练以来没有新内容。</translation>
    </message>
    <message>
        <source>{new} things customers did are new since the last training: training would be worth it.</source>
        <translation>上次训练以来新增 {new} 条客户行为：值得训练。</translation>
    </message>
    <message>
        <source>Each answer changes its own customer's list at once. A training carries it over to other customers and to products with like words. From {enough} answers on, chance no longer decides: that nine of ten point one way by chance happens once in 100 times.</source>
        <translation>每条反馈会立即改变该客户自己的列表。训练会把它推广到其他客户和文字相近的商品。从 {enough} 条起结果不再取决于偶然：十条中九条碰巧方向一致，一百次里只有一次。</translation>
    </message>
    <message>
        <source>Each answer changes its own customer's list at once. A training carries it over to other customers and to products with like words. It has learnt from {known} answers already, so that a tenth of these, {enough}, are needed to change much.</source>
        <translation>每条反馈会立即改变该客户自己的列表。训练会把它推广到其他客户和文字相近的商品。模型已学过 {known} 条反馈，需要其十分之一即 {enough} 条新反馈才会有明显变化。</translation>
    </message>
    <message>
        <source>That is {percent} % of all that is known: what sells, and to whom, may have changed.</source>
        <translation>这占全部已知内容的 {percent} %：什么好卖、卖给谁，可能已经变了。</translation>
    </message>
    <message>
        <source>The last training was no better than the model in use. It is worth trying again once there is more to learn from.</source>
        <translation>上次训练的结果不比正在使用的模型好。等有更多可学的内容时再试才值得。</translation>
    </message>
</context>
</TS>

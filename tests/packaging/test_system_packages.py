"""What a bare computer lacks is found, installed or named; nothing else is touched."""

from __future__ import annotations

import pytest

from tests.packaging.computer import Computer, system, system_packages


@pytest.fixture
def bare() -> Computer:
    """Debian 12 after debootstrap: no venv, none of Qt's libraries, no fonts."""
    computer = Computer()
    computer.libraries.clear()
    computer.fonts.clear()
    computer.programs -= {"fc-list", "sudo"}
    computer.ensurepip = False
    return computer


def test_complete_computer_lacks_nothing_and_nothing_is_started() -> None:
    computer = Computer()
    system_packages.install_missing(computer)
    assert computer.started == []


def test_bare_debian_gets_everything_in_one_go(bare: Computer, capsys: pytest.CaptureFixture[str]) -> None:
    system_packages.install_missing(bare)
    libraries = " ".join(system_packages.QT_LIBRARIES.values())
    names = f"python3.11-venv {libraries} fontconfig fonts-dejavu-core fonts-noto-cjk"
    apt = "env DEBIAN_FRONTEND=noninteractive apt-get"
    assert bare.started == [f"{apt} update -q", f"{apt} install -y -q --no-install-recommends {names}"]
    assert system_packages.DEBIAN_DOWNLOAD in capsys.readouterr().out.splitlines()[0]


def test_only_what_is_missing_is_asked_for() -> None:
    computer = Computer()
    computer.libraries.remove("libxcb-cursor.so.0")
    del computer.fonts["zh-cn"]
    assert system_packages.find_missing(computer) == system_packages.Missing(("libxcb-cursor0",), ("fonts-noto-cjk",))


def test_library_of_a_similar_name_does_not_count() -> None:
    computer = Computer()
    computer.libraries.remove("libGL.so.1")
    computer.libraries |= {"libGL.so.2", "libGL.so.1.7.0"}
    assert system_packages.find_missing(computer).required == ("libgl1",)


def test_sudo_is_used_where_the_person_is_not_root(bare: Computer) -> None:
    bare.root = False
    bare.programs.add("sudo")
    system_packages.install_missing(bare)
    assert [line.split(" apt-get ")[0] for line in bare.started] == ["sudo env DEBIAN_FRONTEND=noninteractive"] * 2


def test_without_root_and_sudo_the_command_is_named(bare: Computer) -> None:
    bare.root = False
    with pytest.raises(system.Problem, match=r"administrator[\s\S]*apt-get install -y python3.11-venv libegl1"):
        system_packages.install_missing(bare)
    assert bare.started == []


def test_failed_installation_of_a_library_is_a_plain_sentence(bare: Computer) -> None:
    bare.on_run = lambda line: 100 if " install " in line else 0
    with pytest.raises(system.Problem, match=r"could not be installed: python3.11-venv[\s\S]*offline"):
        system_packages.install_missing(bare)


def test_missing_fonts_stop_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    computer = Computer()
    computer.fonts.clear()
    computer.on_run = lambda _: 100
    system_packages.install_missing(computer)
    assert "fonts-dejavu-core fonts-noto-cjk. Chinese text may show as empty boxes" in capsys.readouterr().out


def test_other_linux_is_told_and_goes_on(bare: Computer, capsys: pytest.CaptureFixture[str]) -> None:
    bare.programs.remove("apt-get")
    system_packages.install_missing(bare)
    assert bare.started == []
    assert "libxcb-cursor0" in capsys.readouterr().out


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_macos_and_windows_lack_nothing(bare: Computer, platform: str) -> None:
    bare.platform = platform
    assert system_packages.find_missing(bare) == system_packages.Missing()

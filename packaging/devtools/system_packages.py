"""Finds what a bare Debian or Ubuntu lacks, and installs it.

Qt's libraries are looked for by the names the loader uses, not by package names: Ubuntu renamed packages, other systems have
no dpkg, and a library that is there is there. Only what is missing is installed.
"""

from __future__ import annotations

from dataclasses import dataclass

from devtools.system import Problem, System, say

#: Library file -> Debian package. What Qt 6's window, off-screen and image parts open (qt.io, "Linux requirements"), checked by
#: walking every library of the wheel with ldd on a bare Debian 12.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
LATIN_FONT = "fonts-dejavu-core"
CHINESE_FONT = "fonts-noto-cjk"
#: Measured on a bare Debian 12: everything named here, with what apt adds.
DEBIAN_DOWNLOAD = "about 120 MB"


@dataclass(frozen=True)
class Missing:
    """Debian package names of what is not there: without ``required`` nothing starts, without ``fonts`` letters look wrong."""

    required: tuple[str, ...] = ()
    fonts: tuple[str, ...] = ()

    @property
    def packages(self) -> tuple[str, ...]:
        """Everything, required packages first."""
        return self.required + self.fonts


def find_missing(system: System) -> Missing:
    """Return what this computer lacks. Only Linux is asked: the wheels for macOS and Windows bring what they need."""
    if not system.platform.startswith("linux"):
        return Missing()
    return Missing(_missing_venv(system) + _missing_libraries(system), _missing_fonts(system))


def _missing_venv(system: System) -> tuple[str, ...]:
    major, minor = system.python_version[:2]
    return () if system.has_ensurepip() else (f"python{major}.{minor}-venv",)


def _missing_libraries(system: System) -> tuple[str, ...]:
    ldconfig = system.which("ldconfig")
    known = system.output([ldconfig, "-p"]) if ldconfig else None
    if known is None:
        return ()  # a Linux without the usual loader's list: starting will tell
    present = {line.split(" ", 1)[0] for line in (raw.strip() for raw in known.splitlines()) if line}
    return tuple(package for library, package in QT_LIBRARIES.items() if library not in present)


def _missing_fonts(system: System) -> tuple[str, ...]:
    fc_list = system.which("fc-list")
    if fc_list is None:
        return ("fontconfig", LATIN_FONT, CHINESE_FONT)
    wanted = {"en": LATIN_FONT, "zh-cn": CHINESE_FONT}
    found = {language: system.output([fc_list, f":lang={language}", "family"]) or "" for language in wanted}
    return tuple(package for language, package in wanted.items() if not found[language].strip())


def install_missing(system: System) -> None:
    """Install what is missing with apt, or name it.

    Raises:
        Problem: where something required is missing and cannot be installed from here.
    """
    missing = find_missing(system)
    if not missing.packages:
        return
    names = " ".join(missing.packages)
    if system.which("apt-get") is None:
        say(f"This computer seems to lack libraries or fonts that the window needs. Debian calls their packages:\n  {names}")
        say("Please install what your system calls them, if the window does not start. Going on.")
        return
    say(f"This computer lacks {len(missing.packages)} system packages ({DEBIAN_DOWNLOAD} at most): {names}")
    administrator = _administrator(system, names)
    say("Installing them with apt-get ...")
    system.run([*administrator, "apt-get", "update", "-q"])
    if system.run([*administrator, "apt-get", "install", "-y", "-q", "--no-install-recommends", *missing.packages]) != 0:
        _explain_failure(system)


def _administrator(system: System, names: str) -> list[str]:
    if system.is_root():
        return ["env", "DEBIAN_FRONTEND=noninteractive"]
    if system.which("sudo") is None:
        raise Problem(
            f"An administrator has to install them first:\n  apt-get update && apt-get install -y {names}\nThen start this again."
        )
    say("The administrator's password may be asked for.")
    return ["sudo", "env", "DEBIAN_FRONTEND=noninteractive"]


def _explain_failure(system: System) -> None:
    still = find_missing(system)
    if still.required:
        names = " ".join(still.required)
        raise Problem(
            f"These system packages could not be installed: {names}\n"
            "apt-get's lines above say why. If the computer is offline, connect it and start this again; nothing else was changed."
        )
    say(f"These fonts could not be installed: {' '.join(still.fonts)}. Chinese text may show as empty boxes. Going on.")

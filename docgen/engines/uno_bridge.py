"""Converts Word files for docgen inside LibreOffice, as long as its standard input is open.

    python uno_bridge.py '{"start": [...], "workdir": "...", "pipe": "...", "leftovers": [...]}'

docgen never imports this file: it is run by whatever Python can ``import uno``, seldom docgen's own. It starts LibreOffice
by the words of ``start`` with a fresh profile in ``workdir`` and talks to it through the pipe called ``pipe``. Requests
and replies are frames: two 32-bit big-endian lengths, a JSON object, the document's bytes. A request says
``{"document": n}`` and holds the Word file; a reply says the same and holds the PDF, or says also ``"fault"``: ``load``,
``export``, or ``profile`` when LibreOffice did not take the settings that make it safe. When docgen dies, standard input
ends, and LibreOffice is killed, ``workdir`` and all ``leftovers`` (sockets outside it) removed.
"""

import ctypes
import json
import os
import queue
import shutil
import signal
import struct
import subprocess
import sys
import threading
import time
from typing import Any, BinaryIO, NoReturn
from xml.sax.saxutils import quoteattr

import uno

Requests = queue.SimpleQueue[tuple[dict[str, Any], bytes]]
FRAME = struct.Struct(">II")
WANTS_RESTART = (79, 81)  # what soffice.bin returns when it has just laid out a fresh profile
PR_SET_PDEATHSIG = 1
ENDING = threading.Lock()
DYING_SECONDS, DYING_TRIES, DYING_PAUSE = 0.5, 50, 0.02
CONFIGURATION = "com.sun.star.configuration.Configuration"
PAGE_MARK = r"\{\{docgen\+([0-9]+)\}\}"

COMMON, WRITER = "/org.openoffice.Office.Common/", "/org.openoffice.Office.Writer/"
SETTINGS = (
    # Nothing is fetched, run or updated on behalf of a document.
    (WRITER + "Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),  # here 1 is never, 0 is always
    (WRITER + "Content/Update", "Field", "true"),
    (COMMON + "Security/Scripting", "MacroSecurityLevel", "3"),
    (COMMON + "Security/Scripting", "DisableMacrosExecution", "true"),
    (COMMON + "Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (COMMON + "Security/Scripting", "CheckDocumentEvents", "false"),
    (COMMON + "Misc", "PluginsEnabled", "false"),
    (COMMON + "Misc", "UseOpenCL", "false"),
    # A proxy that nobody listens to: whatever still tries the network gets nowhere.
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    # Nothing is kept, recovered or asked.
    ("/org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
    (COMMON + "Save/Document", "AutoSave", "false"),
    (COMMON + "Save/Document", "CreateBackup", "false"),
    (COMMON + "Misc", "CrashReport", "false"),
    (COMMON + "History", "PickListSize", "0"),
    (COMMON + "History", "Size", "0"),
    (COMMON + "History", "RecentDocsThumbnail", "false"),
)

EXPORT = {
    "SelectPdfVersion": 2,  # PDF/A-2
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "ExportFormFields": False,
    "ExportNotes": False,
    "DisplayPDFDocumentTitle": True,
    "ReduceImageResolution": False,
}


class Office:
    """A running LibreOffice and the folder it lives in."""

    def __init__(self, start: list[str], workdir: str, pipe: str) -> None:
        self.command, self.workdir, self.pipe = start, workdir, pipe
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> tuple[Any, Any]:
        """Start LibreOffice and return its desktop and component context; exit if it does not start."""
        self._write_profile()
        process = self._spawn()
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        context = None
        while context is None:
            try:
                context = resolver.resolve(f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext")
            except uno.getClass("com.sun.star.connection.NoConnectException"):
                process = self._still_starting(process)
                time.sleep(0.02)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return desktop, context

    def has_ended(self) -> bool:
        """Tell whether LibreOffice is gone; its end may show a moment after its last words."""
        try:
            return self.process is None or self.process.wait(DYING_SECONDS) is not None
        except subprocess.TimeoutExpired:
            return False

    def _spawn(self) -> subprocess.Popen[bytes]:
        profile = uno.systemPathToFileUrl(os.path.join(self.workdir, "profile"))
        with ENDING:  # what is started is known to whoever ends it
            self.process = subprocess.Popen(
                [*self.command, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
                 f"-env:UserInstallation={profile}", f"--accept=pipe,name={self.pipe};urp"],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                cwd=self.workdir, preexec_fn=die_with_parent,
            )
            return self.process

    def _still_starting(self, process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        code = process.poll()
        if code not in (None, *WANTS_RESTART):
            raise SystemExit("LibreOffice ended")
        return process if code is None else self._spawn()

    def _write_profile(self) -> None:
        user = os.path.join(self.workdir, "profile", "user")
        os.makedirs(user)
        items = "".join(
            f"<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)} oor:op='fuse'>"
            f"<value>{value}</value></prop></item>"
            for path, name, value in SETTINGS
        )
        with open(os.path.join(user, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
            file.write(f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>')


def die_with_parent() -> None:
    """Have the kernel kill LibreOffice when this script is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def is_hardened(context: Any) -> bool:
    """Tell whether LibreOffice took the settings: a damaged profile is left out without a word."""
    provider = context.ServiceManager.createInstanceWithContext(CONFIGURATION + "Provider", context)
    pairs = [(setting(provider, path, name), value) for path, name, value in SETTINGS]
    return all(found in (value, None) for found, value in pairs) and any(found for found, _ in pairs)


def setting(provider: Any, path: str, name: str) -> "str | None":
    """Return a setting as it is written in the profile; None if this LibreOffice has no such setting."""
    try:
        node = provider.createInstanceWithArguments(CONFIGURATION + "Access", properties({"nodepath": path}))
        value = node.getByName(name)
    except uno.getClass("com.sun.star.uno.Exception"):
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def properties(values: dict[str, Any]) -> tuple[Any, ...]:
    """Return ``values`` as UNO property values."""
    kind, state = "com.sun.star.beans.PropertyValue", uno.Enum("com.sun.star.beans.PropertyState", "DIRECT_VALUE")
    return tuple(uno.createUnoStruct(kind, name, 0, value, state) for name, value in values.items())


def load(desktop: Any, context: Any, docx: bytes) -> Any:
    """Return the Word file as a LibreOffice document, read as Word and as nothing else."""
    stream = context.ServiceManager.createInstanceWithArgumentsAndContext(
        "com.sun.star.io.SequenceInputStream", (uno.ByteSequence(docx),), context
    )
    return desktop.loadComponentFromURL("private:stream", "_blank", 0, properties({
        "FilterName": "MS Word 2007 XML", "InputStream": stream, "Hidden": True, "ReadOnly": False,
        "MacroExecutionMode": 0, "UpdateDocMode": 0, "Referer": "file:///untrusted",
    }))


def export(document: Any, context: Any) -> bytes:
    """Return the document as a tagged archival PDF."""
    stream = context.ServiceManager.createInstanceWithContext("com.sun.star.io.SequenceOutputStream", context)
    data = uno.Any("[]com.sun.star.beans.PropertyValue", properties(EXPORT))
    document.storeToURL("private:stream", properties({
        "FilterName": "writer_pdf_Export", "FilterData": data, "OutputStream": stream,
    }))
    return bytes(stream.getWrittenBytes().value)


def set_page_numbers(document: Any) -> None:
    """Exchange every page mark for a page number with that offset."""
    search = document.createSearchDescriptor()
    search.SearchRegularExpression = True
    search.SearchString = PAGE_MARK
    found = document.findAll(search)
    marks = [found.getByIndex(index) for index in range(found.Count)]
    for mark in marks:
        number = document.createInstance("com.sun.star.text.TextField.PageNumber")
        number.NumberingType = uno.getConstantByName("com.sun.star.style.NumberingType.ARABIC")
        number.SubType = uno.Enum("com.sun.star.text.PageNumberType", "CURRENT")
        number.Offset = int(mark.String.strip("{}docgen+"))
        mark.Text.insertTextContent(mark, number, True)
    if marks:
        restart_page_numbers(document)


def restart_page_numbers(document: Any) -> None:
    """Let the first page be number 1 by order: else a number beyond the page count prints nothing."""
    first = document.Text.createEnumeration().nextElement()
    if first.PageNumberOffset is None:
        first.PageDescName = first.PageDescName or document.CurrentController.ViewCursor.PageStyleName
        first.PageNumberOffset = 1


def converted(desktop: Any, context: Any, docx: bytes) -> tuple[dict[str, str], bytes]:
    """Return the reply for one Word file: what happened, and the PDF."""
    unable = uno.getClass("com.sun.star.uno.Exception")
    try:
        document = load(desktop, context, docx)
        if document is None:
            return {"fault": "load"}, b""
        set_page_numbers(document)
    except unable:
        return {"fault": "load"}, b""
    try:
        pdf = export(document, context)
        document.close(True)
    except unable:
        return {"fault": "export"}, b""
    return {}, pdf


def receive(requests: Requests, source: BinaryIO) -> None:
    """Put every Word file that docgen sends into ``requests``; return when docgen is gone."""
    while True:
        lengths = source.read(FRAME.size)
        if len(lengths) < FRAME.size:
            return
        head, body = FRAME.unpack(lengths)
        requests.put((json.loads(source.read(head)), source.read(body)))


def main(order: dict[str, Any]) -> None:
    """Serve docgen until its end of the pipe closes."""
    os.umask(0o077)
    office = Office(order["start"], order["workdir"], order["pipe"])
    requests: Requests = queue.SimpleQueue()

    def listen() -> None:
        try:
            receive(requests, sys.stdin.buffer)
        finally:
            end(office, order["leftovers"])

    threading.Thread(target=listen, daemon=True).start()
    try:
        serve(office, requests)
    finally:
        end(office, order["leftovers"])  # whichever thread sees the end first


def serve(office: Office, requests: Requests) -> None:
    """Answer every request; return when LibreOffice has ended."""
    desktop, context = office.start()
    hardened = is_hardened(context)
    while True:
        request, docx = requests.get()
        head, pdf = converted(desktop, context, docx) if hardened else ({"fault": "profile"}, b"")
        if "fault" in head and office.has_ended():
            return
        answer({**request, **head}, pdf)


def answer(head: dict[str, Any], pdf: bytes) -> None:
    """Send a reply to docgen."""
    text = json.dumps(head).encode()
    sys.stdout.buffer.write(FRAME.pack(len(text), len(pdf)) + text + pdf)
    sys.stdout.buffer.flush()


def end(office: Office, leftovers: list[str]) -> NoReturn:
    """Kill LibreOffice, remove what it left, and end at once, whatever the other thread is waiting for."""
    with ENDING:  # never left: the thread that comes second ends with the first
        if office.process is not None:
            office.process.kill()
            office.process.wait()
        for path in filter(os.path.lexists, leftovers):
            os.unlink(path)
        for _ in range(DYING_TRIES):  # behind a wall it dies, and may write, a moment after the wall
            shutil.rmtree(office.workdir, ignore_errors=True)
            if not os.path.exists(office.workdir):
                break
            time.sleep(DYING_PAUSE)
        os._exit(0)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))

"""Converts Word files for docgen inside LibreOffice, as long as its standard input is open.

    python uno_bridge.py SOFFICE WORKDIR PIPE [LEFTOVER...]

docgen never imports this file: it is run by whatever Python can ``import uno``, which is seldom
docgen's own. It starts SOFFICE with a fresh profile in WORKDIR and talks to it through the pipe PIPE.
Requests and replies are frames: two 32-bit big-endian lengths, a JSON object, the document's bytes.
A request holds nothing but the Word file; a reply says ``{}`` and holds the PDF, or says
``{"fault": "load" | "export"}``. When docgen dies, standard input ends, and
LibreOffice is killed, WORKDIR and every LEFTOVER (a socket outside WORKDIR) removed.
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

FRAME = struct.Struct(">II")
WANTS_RESTART = (79, 81)  # what soffice.bin returns when it has just laid out a fresh profile
PR_SET_PDEATHSIG = 1
DYING_SECONDS = 0.5
PAGE_MARK = r"\{\{docgen\+([0-9]+)\}\}"

COMMON, WRITER = "/org.openoffice.Office.Common/", "/org.openoffice.Office.Writer/"
SETTINGS = (
    # Nothing is fetched, run or updated on behalf of a document.
    (WRITER + "Content/Update", "Link", "0"),
    (WRITER + "Content/Update", "Field", "true"),
    (COMMON + "Security/Scripting", "MacroSecurityLevel", "3"),
    (COMMON + "Security/Scripting", "DisableMacrosExecution", "true"),
    (COMMON + "Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    (COMMON + "Security/Scripting", "CheckDocumentEvents", "false"),
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
    (COMMON + "Misc", "FirstRun", "false"),
    (COMMON + "History", "PickListSize", "0"),
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

    def __init__(self, soffice: str, workdir: str, pipe: str) -> None:
        self.soffice, self.workdir, self.pipe = soffice, workdir, pipe
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> tuple[Any, Any]:
        """Start LibreOffice and return its desktop and component context; exit if it does not start."""
        self._write_profile()
        self.process = self._spawn()
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local
        )
        context = None
        while context is None:
            try:
                context = resolver.resolve(f"uno:pipe,name={self.pipe};urp;StarOffice.ComponentContext")
            except uno.getClass("com.sun.star.connection.NoConnectException"):
                self._restart_if_ended(self.process)
                time.sleep(0.02)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return desktop, context

    def has_ended(self) -> bool:
        """Tell whether LibreOffice is gone; its end may show a moment after its last words."""
        if self.process is not None:
            try:
                self.process.wait(DYING_SECONDS)
            except subprocess.TimeoutExpired:
                return False
        return True

    def _spawn(self) -> subprocess.Popen[bytes]:
        profile = uno.systemPathToFileUrl(os.path.join(self.workdir, "profile"))
        return subprocess.Popen(
            [self.soffice, "--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck",
             f"-env:UserInstallation={profile}", f"--accept=pipe,name={self.pipe};urp"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            cwd=self.workdir, preexec_fn=die_with_parent,
        )

    def _restart_if_ended(self, process: subprocess.Popen[bytes]) -> None:
        code = process.poll()
        if code in WANTS_RESTART:
            self.process = self._spawn()
        elif code is not None:
            raise SystemExit("LibreOffice ended")

    def _write_profile(self) -> None:
        user = os.path.join(self.workdir, "profile", "user")
        os.makedirs(user)
        items = "".join(
            f"<item oor:path={quoteattr(path)}><prop oor:name={quoteattr(name)} oor:op='fuse'>"
            f"<value>{value}</value></prop></item>"
            for path, name, value in SETTINGS
        )
        with open(os.path.join(user, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
            file.write(
                '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
                + items + "</oor:items>"
            )


def die_with_parent() -> None:
    """Have the kernel kill LibreOffice when this script is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def properties(values: dict[str, Any]) -> tuple[Any, ...]:
    """Return ``values`` as UNO property values."""
    made = []
    for name, value in values.items():
        prop = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
        prop.Name, prop.Value = name, value
        made.append(prop)
    return tuple(made)


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
        style = first.PageDescName or document.CurrentController.ViewCursor.PageStyleName
        first.PageDescName = style
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


def receive(requests: "queue.SimpleQueue[bytes]", source: BinaryIO) -> None:
    """Put every Word file that docgen sends into ``requests``; return when docgen is gone."""
    while True:
        lengths = source.read(FRAME.size)
        if len(lengths) < FRAME.size:
            return
        head, body = FRAME.unpack(lengths)
        source.read(head)
        requests.put(source.read(body))


def main(soffice: str, workdir: str, pipe: str, *leftovers: str) -> None:
    """Serve docgen until its end of the pipe closes."""
    os.umask(0o077)
    office = Office(soffice, workdir, pipe)
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()

    def listen() -> None:
        try:
            receive(requests, sys.stdin.buffer)
        finally:
            end(office, leftovers)

    threading.Thread(target=listen, daemon=True).start()
    desktop, context = office.start()
    while True:
        head, pdf = converted(desktop, context, requests.get())
        if "fault" in head and office.has_ended():
            raise SystemExit("LibreOffice ended")
        text = json.dumps(head).encode()
        sys.stdout.buffer.write(FRAME.pack(len(text), len(pdf)) + text + pdf)
        sys.stdout.buffer.flush()


def end(office: Office, leftovers: tuple[str, ...]) -> NoReturn:
    """Kill LibreOffice, remove what it left, and end at once, whatever the other thread is waiting for."""
    if office.process is not None:
        office.process.kill()
        office.process.wait()
    shutil.rmtree(office.workdir, ignore_errors=True)
    for path in leftovers:
        if os.path.exists(path):
            os.unlink(path)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The settings of a Word file that change its pages, and the names of all those that do not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from docgen.typesetting.reading.names import VAL, Element, W, construct, on, points, told

_PASSED: Final = frozenset(
    f"w:{name}"
    for name in (
        # how Word works, shows and saves
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts"),
        *("saveFormsData", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState"),
        *("formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod"),
        *("documentType", "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves"),
        *("doNotTrackFormatting", "documentProtection", "autoFormatOverride", "styleLockTheme"),
        *("styleLockQFSet", "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle"),
        *("doNotShadeFormData", "savePreviewPicture", "doNotValidateAgainstSchema", "saveInvalidXml"),
        *("ignoreMixedContent", "alwaysShowPlaceholderText", "doNotDemarcateInvalidXml", "saveXmlDataOnly"),
        *("useXSLTWhenSaving", "saveThroughXslt", "showXMLTags", "alwaysMergeEmptyNamespace"),
        *("hdrShapeDefaults", "shapeDefaults", "docVars", "rsids", "attachedSchema", "captions"),
        *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "readModeInkLockDown"),
        *("smartTagType", "schemaLibrary", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
        # grids for drawing by hand
        *("drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery"),
        *("displayVerticalDrawingGridEvery", "doNotUseMarginsForDrawingGridOrigin"),
        *("drawingGridHorizontalOrigin", "drawingGridVerticalOrigin"),
        # what works only with other settings, which are refused, or with other scripts
        *("consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "alignBordersAndEdges"),
        *("bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "noPunctuationKerning"),
        *("characterSpacingControl", "strictFirstAndLastChars", "noLineBreaksAfter", "noLineBreaksBefore"),
        # what is read here or by others
        *(
            "defaultTabStop",
            "evenAndOddHeaders",
            "mirrorMargins",
            "gutterAtTop",
            "updateFields",
            "compat",
            "autoHyphenation",
        ),
        *("endnotePr", "themeFontLang", "clrSchemeMapping"),
    )
) | {
    *("m:mathPr", "w14:docId", "w14:conflictMode", "w14:discardImageEditingData", "w14:defaultImageDpi"),
    *("w15:docId", "w15:chartTrackingRefBased"),
}
_OFF_OR_REFUSED: Final = frozenset(
    f"w:{name}"
    for name in (
        *("printFormsData", "printTwoOnOne", "bookFoldPrinting", "bookFoldRevPrinting"),
        "bookFoldPrintingSheets",
    )
)
_PASSED_COMPAT: Final = frozenset(
    f"w:{name}"
    for name in (
        *("useFELayout", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "convMailMergeEsc"),
        *("applyBreakingRules", "doNotWrapTextWithPunct", "doNotUseEastAsianBreakRules", "cachedColBalance"),
        *("useAltKinsokuLineBreakRules", "displayHangulFixedWidth", "selectFldWithFirstOrLastChar"),
        *("doNotSnapToGridInCell", "adjustLineHeightInTable", "useNormalStyleForList", "swapBordersFacingPages"),
        *("autoSpaceLikeWord95", "doNotExpandShiftReturn", "splitPgBreakAndParaMark", "noColumnBalance"),
    )
)
"""What has no effect on Swedish text, and what has one only beside something else, where it is looked for."""
_PASSED_COMPAT_SETTINGS: Final = frozenset(
    (
        *("compatibilityMode", "overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures"),
        *("doNotFlipMirrorIndents", "differentiateMultirowTableHeaders", "allowTextAfterFloatingTableBreak"),
        *("useWord2013TrackBottomHyphenation", "allowHyphenationAtTrackBottom"),
    )
)
_OVERRIDE: Final = "overrideTableStyleFontSizeAndJustification"
_WATCHED: Final = frozenset({"w:autoHyphenation", "w:doNotExpandShiftReturn", "w:splitPgBreakAndParaMark"})
_WORD_2007, _HALF_INCH = 12, 36.0


@dataclass(frozen=True, slots=True)
class Settings:
    """What the settings come to. ``switches`` are those that are on, by name; ``constructs`` what cannot be set.

    ``watched`` are the switches that have an effect only beside something else.
    """

    default_tab: float
    compatibility: int
    lang: str
    switches: frozenset[str]
    constructs: tuple[str, ...]
    watched: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Pick the switches that are watched."""
        object.__setattr__(self, "watched", self.switches & _WATCHED)

    @property
    def style_beats_table(self) -> bool:
        """Tell whether a paragraph style's size and alignment always win over the table style's."""
        return _OVERRIDE in self.switches


def read(root: Element | None) -> Settings:
    """Return the settings of a settings part."""
    if root is None:
        return Settings(_HALF_INCH, _WORD_2007, "", frozenset(), ())
    compat = root.find(f"{W}compat")
    modes = {one.get(f"{W}name"): one.get(VAL, "") for one in root.iterfind(f"{W}compat/{W}compatSetting")}
    tab, theme_lang = root.find(f"{W}defaultTabStop"), root.find(f"{W}themeFontLang")
    switches = {told(one.tag) for one in (*root, *(() if compat is None else compat)) if on(one)}
    faults = [construct(one) for one in root if _is_refused(one)]
    for one in () if compat is None else compat:
        _compat(one, faults.append)
    return Settings(
        default_tab=_HALF_INCH if tab is None else points(tab.get(VAL, "720")),
        compatibility=int(modes.get("compatibilityMode") or _WORD_2007),
        lang="" if theme_lang is None else theme_lang.get(VAL, ""),
        switches=frozenset(switches | {_OVERRIDE} if modes.get(_OVERRIDE) == "1" else switches),
        constructs=tuple(faults),
    )


def _is_refused(setting: Element) -> bool:
    name = told(setting.tag)
    if name == "w:footnotePr":
        return not has_usual_notes(setting)
    if name == "w:defaultTabStop":
        return points(setting.get(VAL, "720")) <= 0  # no stop is ever reached
    return name not in _PASSED and not (name in _OFF_OR_REFUSED and not on(setting))


def has_usual_notes(properties: Element) -> bool:
    """Tell whether notes are numbered 1, 2, 3 through the document and stand at the foot of the page."""
    usual = {"pos": "pageBottom", "numFmt": "decimal", "numStart": "1", "numRestart": "continuous"}
    said = {one.tag.rpartition("}")[2]: one.get(VAL) for one in properties}
    return all(usual.get(name) == value for name, value in said.items() if name != "footnote")


def _compat(setting: Element, cannot: Callable[[str], None]) -> None:
    name = f"{W}name"
    if told(setting.tag) == "w:compatSetting":
        if setting.get(name) not in _PASSED_COMPAT_SETTINGS:
            cannot(construct(setting, name))
    elif on(setting) and told(setting.tag) not in _PASSED_COMPAT:
        cannot(construct(setting))

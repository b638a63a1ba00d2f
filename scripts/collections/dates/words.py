# ruff: noqa: RUF001 - Russian words are written with these letters
"""The words that museums date with, in several languages, each with its kind.

In a phrase of several words, a space stands for what is between them; after a single letter that
is a point or a stroke (`a. C.`, `s/d`).
"""

import unicodedata

_KINDS = {
    "circa": """c, ca, cca, circa, cir, approx, approximately, roughly, around, about, near, nearly,
        probably, prob, possibly, poss, perhaps, likely, presumably, maybe, uncertain, estimated,
        est, attributed, um, etwa, gegen, zirka, wohl, vermutlich, wahrscheinlich, möglicherweise,
        vielleicht, vers, env, environ, autour, probablement, peut être, sans doute, verso, intorno,
        probabilmente, forse, hacia, alrededor, cerca, probablemente, posiblemente, quizás,
        omstreeks, rond, ongeveer, omtrent, waarschijnlijk, vermoedelijk, mogelijk, ок, около,
        вероятно, возможно, ok, około, prawdopodobnie, por volta, provavelmente""",
    "before": """before, by, pre, prior, ante, earlier, no later than, not later than, not after,
        at the latest, vor, früher, spätestens, avant, plus tôt, au plus tard, prima del, prima di,
        antes, anterior, voor, uiterlijk, vroeger, przed""",
    "after": """after, post, since, later, onward, onwards, ongoing, present, no earlier than,
        not earlier than, not before, in progress, nach, seit, ab, später, heute, après, depuis,
        plus tard, à partir, aujourd hui, dopo, después, depois, posterior, na, sinds, vanaf,
        heden, после, po""",
    "from": "from, von, vom, dal, dalla, desde, с, od",
    "to": "to, through, thru, zum, au, à, al, a, t m, по",
    "until": "until, till, bis, jusque, jusqu, fino, hasta, tot, до, até",
    "between": "between, zwischen, entre, tra, fra, tussen, между, między",
    "or": "or, oder, ou, o, oppure, of, или, lub",
    "and": "and, und, et, e, y, en, и, plus, as well as",
    "century": """century, centuries, cent, ct, jahrhundert, jahrhunderts, jahrhunderten, jh, jhs,
        jhd, jhdt, jhdts, jhts, siècle, siècles, secolo, secoli, sec, secc, siglo, siglos, s, ss,
        eeuw, eeuws, eeuwse, eeuwen, век, века, веков, вв, в, столетие, столетия, século, séculos,
        séc, wiek, wieku, w""",
    "millennium": """millennium, millennia, mill, jahrtausend, jahrtausends, jt, millénaire,
        millennio, milenio, тысячелетие, тысячелетия, milênio, tysiąclecie""",
    "ten years": """decade, jahrzehnt, années, décennie, anni, decennio, años, década, jaren,
        decennium, anos, lata""",
    "bc": """bc, bce, b c, b c e, v chr, vor chr, vor christus, v u z, av j c, avant j c, av n e,
        avant notre ère, a c, a de c, a e c, voor christus, до н э, p n e""",
    "ad": """ad, ce, a d, c e, anno domini, n chr, nach chr, nach christus, n u z, ap j c, apr j c,
        après j c, de notre ère, d c, d de c, na christus, н э, n e""",
    "turn": "turn, wende, tournant, eeuwwisseling, рубеж",
    "style": """style, manner, copy, replica, original, imitation, based, stil, kopie, copie,
        d après, stile, copia, estilo, stijl""",
    "undated": """undated, nd, n d, no date, not dated, date unknown, unknown, not known,
        not recorded, unspecified, n a, none, null, nan, s d, s f, s a, sine dato, undatiert,
        unbekannt, o j, ohne jahr, o d, ohne datum, sans date, non daté, non datée, inconnu,
        inconnue, senza data, non datato, ignota, ignoto, sconosciuta, sin fecha, sin datar,
        desconocida, desconocido, z j, zj, zonder jaar, zonder datum, ongedateerd, onbekend,
        sem data, desconhecida, б г, б д, без даты, без года, неизвестно, bez daty, b d, b r""",
    "month": """jan, january, januar, janvier, gennaio, enero, januari, январь, января,
        feb, february, februar, février, févr, febbraio, febrero, februari, февраль, февраля,
        mar, march, märz, mars, marzo, maart, март, марта, apr, april, avril, avr, aprile, abril,
        апрель, апреля, may, mai, maggio, mayo, mei, май, мая, jun, june, juni, juin, giugno, junio,
        июнь, июня, jul, july, juli, juillet, juil, luglio, julio, июль, июля, aug, august, août,
        agosto, augustus, август, августа, sep, sept, september, septembre, settembre, septiembre,
        сентябрь, сентября, oct, october, okt, oktober, octobre, ottobre, octubre, октябрь, октября,
        nov, november, novembre, noviembre, ноябрь, ноября, dec, december, dez, dezember, déc,
        décembre, dicembre, diciembre, dic, декабрь, декабря, spring, summer, autumn, fall, winter,
        frühjahr, frühling, sommer, herbst, printemps, été, automne, hiver, primavera, estate,
        autunno, inverno, verano, otoño, invierno, voorjaar, lente, zomer, herfst, весна, весной,
        лето, летом, осень, осенью, зима, зимой""",
    # What was done to a painting that was there already, or made of it.
    "later work": """printed, print, reprinted, cast, recast, retouched, reworked, repainted,
        overpainted, restored, published, reissued, reconstructed, remade, refabricated, fabricated,
        altered, revised, modified, enlarged, framed, mounted, edition, reproduced, added, addition,
        additions, exhibited, acquired, posthumous, gedruckt, gegossen, guss, überarbeitet,
        restauriert, imprimé, imprimée, tirage, fonte, retouché, retouchée, restauré, stampato,
        restaurato, ritoccato, impreso, fundido, restaurado, retocado, gedrukt, gegoten,
        gerestaureerd""",
    "dynasty": """dynasty, period, era, reign, dynastie, periode, epoche, zeit, época, dinastia,
        periodo""",
    # What says nothing of when.
    "filler": """the, in, on, at, is, d, l, date, dates, dated, signed, inscribed, painted, made,
        executed, created, designed, drawn, begun, started, completed, finished, conceived,
        produced, year, years, than, slightly, shortly, just, as late as, as early as, negative,
        anno, signiert, datiert, gemalt, entstanden, entworfen, begonnen, vollendet, der, die, das,
        dem, den, im, am, aus, er, jahr, jahre, jahren, le, la, les, du, de, des, an, signé, signée,
        daté, datée, peint, peinte, il, lo, gli, nel, nella, del, dell, della, degli, di, datato,
        firmato, dipinto, el, los, las, año, fechado, firmado, pintado, het, van, jaar, gedateerd,
        gesigneerd, geschilderd, do, da, dos, ano, г, гг, год, года, годы, годов, roku, r""",
}  # fmt: skip

# Tenths of a century or a decade, both ends included.
_TENTHS = {
    (0, 3): """early, beginning, start, anfang, beginn, frühes, frühen, frühe, früh, début, inizio,
        inizi, principios, comienzos, inicio, inicios, vroege, vroeg, начало, начала, początek,
        início""",
    (4, 6): "mid, middle, mitte, milieu, mediados, midden, середина, середины, meados",
    (7, 10): """late, end, ende, spätes, späten, späte, spät, fin, fine, finales, einde, eind,
        laat, late, конец, конца, koniec, fim, final""",
}  # fmt: skip

_EQUAL_PARTS = {
    2: """half, hälfte, moitié, metà, mitad, helft, половина, половины, metade, poł, połowa,
        połowy""",
    3: "third, drittel, tiers, tercio",
    4: "quarter, viertel, quart, quarto, cuarto, kwart, четверть, четверти, ćwierć",
}

LAST = -1
_ORDINALS = {
    LAST: """last, letztes, letzten, letzte, dernier, dernière, ultimo, ultima, último, última,
        laatste, последняя, последней""",
    1: """first, erstes, ersten, erste, premier, première, primo, prima, primer, primera, eerste,
        первая, первой, primeira""",
    2: """second, zweites, zweiten, zweite, deuxième, seconde, secondo, seconda, segundo, segunda,
        tweede, вторая, второй""",
    3: "drittes, dritten, dritte, troisième, terzo, tercer, derde",
    4: "fourth, viertes, vierten, vierte, quatrième, vierde",
}  # fmt: skip
_ORDINALS |= {
    5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth", 11: "eleventh",
    12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth", 16: "sixteenth",
    17: "seventeenth", 18: "eighteenth", 19: "nineteenth", 20: "twentieth",
}  # fmt: skip

# Years as the Metropolitan Museum of Art gives them.
_PERIODS = {
    (618, 907): "tang", (960, 1279): "song", (1271, 1368): "yuan", (1368, 1644): "ming",
    (1644, 1911): "qing", (1185, 1333): "kamakura", (1392, 1573): "muromachi",
    (1573, 1615): "momoyama", (1615, 1868): "edo", (1868, 1912): "meiji", (1912, 1926): "taisho",
    (1392, 1910): "joseon", (918, 1392): "goryeo",
}  # fmt: skip


def folded(text):
    """Return `text` in small letters without accents, compatible characters made one.

    >>> folded("XVIIᵉ Siècle")
    'xviie siecle'
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return letters.casefold()


def _phrases(tables):
    """Return what each phrase means, a kind and a value, of tables from values to phrases."""
    return {
        folded(" ".join(phrase.split())): meaning
        for meaning, phrases in tables.items()
        for phrase in phrases.split(",")
    }


MEANINGS = _phrases(
    {(kind, None): phrases for kind, phrases in _KINDS.items()}
    | {("tenths", part): phrases for part, phrases in _TENTHS.items()}
    | {("parts", number): phrases for number, phrases in _EQUAL_PARTS.items()}
    | {("ordinal", number): phrases for number, phrases in _ORDINALS.items()}
    | {("period", years): names for years, names in _PERIODS.items()}
)

"""What institutions call the date, the artist and the licence of a work, in their languages."""

import unicodedata


def plain_label(label):
    """Return a label in small letters without accents, spaces and signs.

    >>> plain_label("Année de création :")
    'anneedecreation'
    """
    folded = unicodedata.normalize("NFKD", label.casefold())
    return "".join(letter for letter in folded if letter.isalnum())


def _plain_labels(labels):
    return [plain_label(label) for line in labels.splitlines() for label in line.split("|")]


# The best first. What is dated otherwise is no painting: the record (`Record Created`), the
# photograph (`DateTime`), the purchase (`Accession Date`).
DATES = _plain_labels(
    """date|dates|date(s)|date statement|date of creation|creation date|date created|created
    date made|made|date of execution|date painted|date of work|date of object|object date
    display date|date text|date of origin|origin date|production date|date of production|dating
    year|year made|year of creation|period
    Datierung|Datum|Jahr|Entstehungsdatum|Entstehungszeit|Entstehungsjahr|Entstanden|Herstellung
    date de création|datation|année|année de création|date d'exécution|époque
    data|datazione|anno|data di creazione|data di esecuzione|cronologia
    fecha|datación|año|fecha de creación|fecha de ejecución|data de criação|datação
    datering|jaar|vervaardigingsdatum|vervaardigd|år|årstal|tillkomst|tillkomsttid
    datowanie|rok|data powstania|czas powstania|datace|vznik|dyddiad
    дата|датировка|дата создания|год|время создания
    年|年代|制作年|制作年代|創作年代|创作年代|作成年"""
)
ARTISTS = _plain_labels(
    """artist|artists|artist(s)|artist / maker|maker|makers|creator|creators|painter|painters
    painted by|artist name|created by|attributed to|author
    Künstler|Künstlerin|Künstler*in|Künstler/in|Maler|Malerin|Urheber|Urheberin
    artiste|artistes|peintre|peintres|auteur|créateur|artista|artisti|pittore|autore|creatore
    pintor|pintora|autor|autora|kunstenaar|schilder|vervaardiger|konstnär|kunstner
    malarz|artysta|twórca|malíř|художник|автор|作者|作家|作家名|画家|藝術家|艺术家"""
)
LICENCES = _plain_labels(
    """license short name|rights|license|licence|usage terms|copyright|copyright status
    rights statement|image rights|Lizenz|Rechte|droits|licence d'utilisation|licenza|diritti
    derechos|licencia|licentie|rechten|licens"""
)

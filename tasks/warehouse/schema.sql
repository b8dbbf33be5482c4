-- The tables of the warehouse. Made once, in one transaction. Counters are never stored: they are summed from rows.

-- one row for each file or archive member ever met, with what became of it
CREATE TABLE sources (
    id        VARCHAR NOT NULL,   -- 16 hexadecimal digits of path, member and content; also the document's id
    path      VARCHAR NOT NULL,   -- relative to the inbox
    member    VARCHAR NOT NULL,   -- path inside an archive, '' for a plain file
    size      BIGINT NOT NULL,    -- bytes
    modified  BIGINT NOT NULL,    -- nanoseconds since 1970
    sha256    VARCHAR NOT NULL,   -- of the bytes, '' where they could not be read
    outcome   VARCHAR NOT NULL,   -- document, exact, near, superseded or rejected
    stage     VARCHAR NOT NULL,   -- where it was rejected, else ''
    reason    VARCHAR NOT NULL,   -- why it was rejected, else ''
    received  TIMESTAMPTZ NOT NULL,
    dated     DATE NOT NULL,      -- the day it counts for
    run       VARCHAR NOT NULL
);

-- every text taken in that is not an exact duplicate; only outcome 'document' counts in statistics
CREATE TABLE documents (
    id         VARCHAR NOT NULL,
    outcome    VARCHAR NOT NULL,  -- document, near or superseded
    title      VARCHAR NOT NULL,
    byline     VARCHAR[] NOT NULL,
    publisher  VARCHAR NOT NULL,
    published  VARCHAR NOT NULL,  -- ISO 8601, as precise as is known
    modified   VARCHAR NOT NULL,  -- the same
    url        VARCHAR NOT NULL,  -- canonical
    section    VARCHAR NOT NULL,
    origins    VARCHAR NOT NULL,  -- JSON: where each of these came from
    language   VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,   -- of the language, 0..1
    dated      DATE NOT NULL,
    format     VARCHAR NOT NULL,
    encoding   VARCHAR NOT NULL,
    undecoded  BIGINT NOT NULL,   -- characters that could not be decoded
    parent     VARCHAR NOT NULL,  -- the document that carried it, as a mail its attachment, else ''
    words      BIGINT NOT NULL,
    text       VARCHAR NOT NULL,  -- clean
    text_hash  VARCHAR NOT NULL,
    repeated   DOUBLE NOT NULL,   -- share of its characters that count in paragraphs another document had first, 0..1
    repeats    VARCHAR NOT NULL   -- the document that had most of these, else ''
);

CREATE TABLE paragraphs (
    document VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    "start"  BIGINT NOT NULL,     -- offsets into the clean text
    "end"    BIGINT NOT NULL,
    kind     VARCHAR NOT NULL,    -- title, byline, date, caption, furniture, recurring or body
    hash     BIGINT NOT NULL,     -- of what it says, whatever its case and white space
    "first"  VARCHAR NOT NULL     -- the document that had it first; '' where it is short or does not count
);

-- how often each rule of normalisation changed a document
CREATE TABLE repairs (
    document VARCHAR NOT NULL,
    rule     VARCHAR NOT NULL,
    count    BIGINT NOT NULL
);

-- the index by which texts alike are found, of documents that count or are superseded
CREATE TABLE keys (
    kind     VARCHAR NOT NULL,    -- band, passage or article
    key      BIGINT NOT NULL,     -- a hash, of one kind only
    document VARCHAR NOT NULL
);

-- what the index was made with; it can be used with nothing else
CREATE TABLE parameters (
    name  VARCHAR NOT NULL,
    value VARCHAR NOT NULL
);

-- how a document stands to another: it repeats it, stands in it, supersedes it, fills in its form, tells its story
CREATE TABLE relations (
    document    VARCHAR NOT NULL,
    other       VARCHAR NOT NULL,
    relation    VARCHAR NOT NULL, -- exact, near, contained, revision, templated or related
    rule        VARCHAR NOT NULL, -- by which it was decided
    jaccard     DOUBLE NOT NULL,
    containment DOUBLE NOT NULL,
    why         VARCHAR NOT NULL
);

-- which documents were analysed, by which version of the analysers
CREATE TABLE analyses (
    document VARCHAR NOT NULL,
    version  VARCHAR NOT NULL,
    failed   VARCHAR NOT NULL     -- why nothing was found in it, else ''
);

CREATE TABLE words (
    document VARCHAR NOT NULL,
    term     VARCHAR NOT NULL,    -- case folded
    form     VARCHAR NOT NULL,    -- as it is most often written there
    count    BIGINT NOT NULL
);

-- two to four words side by side that may be a phrase
CREATE TABLE phrases (
    document VARCHAR NOT NULL,
    term     VARCHAR NOT NULL,    -- its words folded, parted by a space
    form     VARCHAR NOT NULL,    -- as it is most often written there
    count    BIGINT NOT NULL
);

-- what a document's language is measured by: counts that can be summed
CREATE TABLE measures (
    document    VARCHAR NOT NULL,
    words       BIGINT NOT NULL,
    sentences   BIGINT NOT NULL,  -- those that end with a mark
    prose_words BIGINT NOT NULL,  -- in these sentences, and so the next two
    letters     BIGINT NOT NULL,
    long_words  BIGINT NOT NULL,  -- of more than six letters
    windows     BIGINT NOT NULL,  -- places where a hundred tokens in a row can be cut out
    types       BIGINT NOT NULL   -- how many words differ within each of them, summed
);

CREATE TABLE mentions (
    document VARCHAR NOT NULL,
    "start"  BIGINT NOT NULL,
    "end"    BIGINT NOT NULL,
    kind     VARCHAR NOT NULL,
    surface  VARCHAR NOT NULL,
    entity   VARCHAR NOT NULL
);

-- an entity's particulars, as the first document told them
CREATE TABLE entities (
    id      VARCHAR NOT NULL,
    name    VARCHAR NOT NULL,
    kind    VARCHAR NOT NULL,
    country VARCHAR NOT NULL
);

-- what a document lets somebody say
CREATE TABLE quotes (
    document      VARCHAR NOT NULL,
    "start"       BIGINT NOT NULL,  -- of the content, without its quotation marks
    "end"         BIGINT NOT NULL,
    direct        BOOLEAN NOT NULL, -- whether all of it stands between quotation marks
    cue           VARCHAR NOT NULL, -- the words that announce it ("said")
    speaker       VARCHAR NOT NULL, -- by name where the text gives one, '' for nobody
    speaker_start BIGINT NOT NULL,  -- the words beside it that say who speaks; 0 and 0 for none
    speaker_end   BIGINT NOT NULL,
    entity        VARCHAR NOT NULL  -- the speaker's, '' where none is known
);

CREATE TABLE dates (
    document VARCHAR NOT NULL,
    "start"  BIGINT NOT NULL,
    "end"    BIGINT NOT NULL,
    value    VARCHAR NOT NULL,      -- ISO 8601, as precise as is told; quarters and seasons as in TIMEX3
    event    BOOLEAN NOT NULL       -- whether its sentence tells what happened or will happen then
);

CREATE TABLE figures (
    document VARCHAR NOT NULL,
    "start"  BIGINT NOT NULL,
    "end"    BIGINT NOT NULL,
    value    DOUBLE NOT NULL,       -- in `unit`, with "million" and the like multiplied out
    unit     VARCHAR NOT NULL,      -- an ISO 4217 code, '%', a unit's symbol, or what is counted
    sort     VARCHAR NOT NULL,      -- money, share, count or measure
    bound    VARCHAR NOT NULL       -- over, under, about or ''
);

-- what the operators have ruled about names: one row with the text of their entities.toml, once there was one
CREATE TABLE rulings (
    ruled TIMESTAMPTZ NOT NULL,
    text  VARCHAR NOT NULL
);

-- one row for each print of an issue; the newest print of a number is the issue
CREATE TABLE issues (
    number    BIGINT NOT NULL,
    name      VARCHAR NOT NULL,
    cadence   VARCHAR NOT NULL,
    "start"   DATE NOT NULL,
    "end"     DATE NOT NULL,
    timezone  VARCHAR NOT NULL,
    snapshot  BIGINT NOT NULL,    -- of the warehouse, from which it was printed
    printed   TIMESTAMPTZ NOT NULL,
    version   VARCHAR NOT NULL,
    documents VARCHAR[] NOT NULL, -- the sources that are new in it, so that each is new in one issue of a cadence only
    settings  VARCHAR NOT NULL    -- JSON: those that shape an issue
);

-- which documents the stories of a print of an issue are made of, so that the next issue can follow them
CREATE TABLE stories (
    issue    VARCHAR NOT NULL,
    cadence  VARCHAR NOT NULL,
    snapshot BIGINT NOT NULL,     -- of the print
    story    VARCHAR NOT NULL,    -- the same from issue to issue
    since    VARCHAR NOT NULL,    -- the issue that told of it first
    headline VARCHAR NOT NULL,
    document VARCHAR NOT NULL
);

CREATE TABLE runs (
    id      VARCHAR NOT NULL,
    flow    VARCHAR NOT NULL,
    started TIMESTAMPTZ NOT NULL,
    version VARCHAR NOT NULL
);

-- inserts alone never conflict; each commit therefore also updates this one row, so that of two runs one must read again
CREATE TABLE ledger (
    schema_version INTEGER NOT NULL,
    revision       BIGINT NOT NULL
);

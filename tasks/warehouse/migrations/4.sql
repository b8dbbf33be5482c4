-- Version 4: phrases, measures and stories. Documents are analysed anew, as no analysis has them yet.
CREATE TABLE phrases (document VARCHAR NOT NULL, term VARCHAR NOT NULL, form VARCHAR NOT NULL, count BIGINT NOT NULL);
CREATE TABLE measures (
    document VARCHAR NOT NULL, words BIGINT NOT NULL, sentences BIGINT NOT NULL, prose_words BIGINT NOT NULL,
    letters BIGINT NOT NULL, long_words BIGINT NOT NULL, windows BIGINT NOT NULL, types BIGINT NOT NULL
);
CREATE TABLE stories (
    issue VARCHAR NOT NULL, cadence VARCHAR NOT NULL, snapshot BIGINT NOT NULL, story VARCHAR NOT NULL,
    since VARCHAR NOT NULL, headline VARCHAR NOT NULL, document VARCHAR NOT NULL
);

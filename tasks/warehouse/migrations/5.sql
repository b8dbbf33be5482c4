-- Version 5: quotes, dates, figures and rulings. The first three were empty, and have more columns now.
DROP TABLE quotes;
DROP TABLE dates;
DROP TABLE figures;
CREATE TABLE quotes (
    document VARCHAR NOT NULL, "start" BIGINT NOT NULL, "end" BIGINT NOT NULL, direct BOOLEAN NOT NULL,
    cue VARCHAR NOT NULL, speaker VARCHAR NOT NULL, speaker_start BIGINT NOT NULL, speaker_end BIGINT NOT NULL,
    entity VARCHAR NOT NULL
);
CREATE TABLE dates (
    document VARCHAR NOT NULL, "start" BIGINT NOT NULL, "end" BIGINT NOT NULL, value VARCHAR NOT NULL,
    event BOOLEAN NOT NULL
);
CREATE TABLE figures (
    document VARCHAR NOT NULL, "start" BIGINT NOT NULL, "end" BIGINT NOT NULL, value DOUBLE NOT NULL,
    unit VARCHAR NOT NULL, sort VARCHAR NOT NULL, bound VARCHAR NOT NULL
);
CREATE TABLE rulings (ruled TIMESTAMPTZ NOT NULL, text VARCHAR NOT NULL);

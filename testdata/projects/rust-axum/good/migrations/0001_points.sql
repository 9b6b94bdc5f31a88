CREATE TABLE point (at timestamptz NOT NULL, lat double precision, lon double precision);

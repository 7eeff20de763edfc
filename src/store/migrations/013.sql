-- Which action a package became: of two packages of a sender the older one may come last.
ALTER TABLE parcel ADD COLUMN action INTEGER;

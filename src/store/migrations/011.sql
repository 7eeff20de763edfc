-- Whether what the commission of the public presentation gives is one more sheet.

ALTER TABLE "contest" ADD COLUMN "commission" TEXT;

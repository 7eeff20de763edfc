-- Steps of the scheme of interaction.

ALTER TABLE "slide" ADD COLUMN "picture" TEXT;
ALTER TABLE "slide" ADD COLUMN "layer" INTEGER;

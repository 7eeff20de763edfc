-- When the letter of a technical review went to the applicant.

ALTER TABLE "technical_review" ADD COLUMN "sent_on" TEXT;

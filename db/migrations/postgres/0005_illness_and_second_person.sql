CREATE TABLE "end_proposal" (
	"id" text PRIMARY KEY NOT NULL,
	"helper_id" text NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"decision" text,
	"decided_by" text,
	"decided_at" bigint,
	CONSTRAINT "end_proposal_second_person" CHECK ("end_proposal"."decision" is null or "end_proposal"."decision" <> 'confirmed' or coalesce("end_proposal"."decided_by", "end_proposal"."proposed_by") <> "end_proposal"."proposed_by")
);
--> statement-breakpoint
CREATE TABLE "illness_waiver" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"identity" text NOT NULL,
	"year" integer NOT NULL,
	"nth" integer NOT NULL,
	"paid_minor" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "payout" ADD COLUMN "funded_by" text;--> statement-breakpoint
ALTER TABLE "end_proposal" ADD CONSTRAINT "end_proposal_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "illness_waiver" ADD CONSTRAINT "illness_waiver_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "end_proposal_open" ON "end_proposal" USING btree ("helper_id") WHERE "end_proposal"."decided_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "illness_waiver_once" ON "illness_waiver" USING btree ("identity","year","nth");--> statement-breakpoint
CREATE INDEX "illness_waiver_booking" ON "illness_waiver" USING btree ("booking_id");
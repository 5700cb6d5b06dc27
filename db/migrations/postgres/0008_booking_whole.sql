CREATE TABLE "booking_ask" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"helper_id" text NOT NULL,
	"listing_id" text NOT NULL,
	"wave" integer NOT NULL,
	"state" text NOT NULL,
	"asked_at" bigint NOT NULL,
	"answer_by" bigint NOT NULL,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "credit" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"left_minor" bigint NOT NULL,
	"reason" text NOT NULL,
	"booking_id" text,
	"granted_at" bigint NOT NULL,
	CONSTRAINT "credit_left" CHECK ("credit"."left_minor" >= 0 and "credit"."left_minor" <= "credit"."amount_minor")
);
--> statement-breakpoint
CREATE TABLE "credit_use" (
	"id" text PRIMARY KEY NOT NULL,
	"credit_id" text NOT NULL,
	"booking_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "favourite" (
	"person_id" text NOT NULL,
	"helper_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "favourite_person_id_helper_id_pk" PRIMARY KEY("person_id","helper_id")
);
--> statement-breakpoint
CREATE TABLE "rescue" (
	"id" text PRIMARY KEY NOT NULL,
	"root_booking_id" text NOT NULL,
	"booking_id" text NOT NULL,
	"reason" text NOT NULL,
	"wish" text,
	"words" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"new_booking_id" text,
	"frozen_minor" bigint NOT NULL,
	"paid_minor" bigint DEFAULT 0 NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text PRIMARY KEY NOT NULL,
	"every_weeks" integer NOT NULL,
	"wanted" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sick_range" (
	"id" text PRIMARY KEY NOT NULL,
	"helper_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"visits" integer NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visit_absence" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"absent" text NOT NULL,
	"noted_by" text NOT NULL,
	"waiting_since" bigint NOT NULL,
	"first_call_at" bigint,
	"second_call_at" bigint,
	"state" text NOT NULL,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "visit_extra" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"state" text NOT NULL,
	"proposed_at" bigint NOT NULL,
	"answered_at" bigint,
	"consent" text,
	"code_tries" integer DEFAULT 0 NOT NULL,
	"paid_at" bigint,
	CONSTRAINT "visit_extra_amount" CHECK ("visit_extra"."amount_minor" > 0)
);
--> statement-breakpoint
CREATE TABLE "watcher" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"may" text NOT NULL,
	"locale" text NOT NULL,
	"key_hash" text NOT NULL,
	"added_at" bigint NOT NULL,
	"removed_at" bigint
);
--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "substitution" text DEFAULT 'ask' NOT NULL;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "wave" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "next_wave_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "customer_confirmed_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "helper_confirmed_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "confirm_reminded_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "arrival_from_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "arrival_until_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "arrived_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "code_tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "code_matched_at" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "follows_booking_id" text;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "follows" text;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "payable_minor" bigint;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "series_nth" integer;--> statement-breakpoint
ALTER TABLE "helper" ADD COLUMN "tonight_until" bigint;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "purpose" text DEFAULT 'visit' NOT NULL;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "extra_id" text;--> statement-breakpoint
ALTER TABLE "payment" ADD COLUMN "with_payment_id" text;--> statement-breakpoint
ALTER TABLE "booking_ask" ADD CONSTRAINT "booking_ask_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_ask" ADD CONSTRAINT "booking_ask_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_use" ADD CONSTRAINT "credit_use_credit_id_credit_id_fk" FOREIGN KEY ("credit_id") REFERENCES "public"."credit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_use" ADD CONSTRAINT "credit_use_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "favourite" ADD CONSTRAINT "favourite_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescue" ADD CONSTRAINT "rescue_root_booking_id_booking_id_fk" FOREIGN KEY ("root_booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rescue" ADD CONSTRAINT "rescue_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sick_range" ADD CONSTRAINT "sick_range_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_absence" ADD CONSTRAINT "visit_absence_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visit_extra" ADD CONSTRAINT "visit_extra_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watcher" ADD CONSTRAINT "watcher_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "booking_ask_winner" ON "booking_ask" USING btree ("booking_id") WHERE "booking_ask"."state" = 'accepted';--> statement-breakpoint
CREATE UNIQUE INDEX "booking_ask_once" ON "booking_ask" USING btree ("booking_id","helper_id");--> statement-breakpoint
CREATE INDEX "booking_ask_helper" ON "booking_ask" USING btree ("helper_id","asked_at");--> statement-breakpoint
CREATE INDEX "booking_ask_state" ON "booking_ask" USING btree ("state","answer_by");--> statement-breakpoint
CREATE INDEX "credit_email" ON "credit" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "credit_once" ON "credit" USING btree ("booking_id","reason");--> statement-breakpoint
CREATE INDEX "credit_use_booking" ON "credit_use" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "credit_use_credit" ON "credit_use" USING btree ("credit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rescue_open" ON "rescue" USING btree ("booking_id") WHERE "rescue"."state" in ('open', 'booked');--> statement-breakpoint
CREATE INDEX "rescue_root" ON "rescue" USING btree ("root_booking_id","opened_at");--> statement-breakpoint
CREATE INDEX "rescue_state" ON "rescue" USING btree ("state","opened_at");--> statement-breakpoint
CREATE INDEX "rescue_new" ON "rescue" USING btree ("new_booking_id");--> statement-breakpoint
CREATE INDEX "sick_range_helper" ON "sick_range" USING btree ("helper_id","until_at");--> statement-breakpoint
CREATE UNIQUE INDEX "visit_absence_open" ON "visit_absence" USING btree ("booking_id") WHERE "visit_absence"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "visit_absence_booking" ON "visit_absence" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "visit_extra_booking" ON "visit_extra" USING btree ("booking_id","proposed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "watcher_once" ON "watcher" USING btree ("booking_id","email");--> statement-breakpoint
CREATE INDEX "watcher_email" ON "watcher" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "watcher_key" ON "watcher" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "booking_follows" ON "booking" USING btree ("follows_booking_id");--> statement-breakpoint
CREATE INDEX "booking_series" ON "booking" USING btree ("series_id","series_nth");--> statement-breakpoint
CREATE INDEX "payment_with" ON "payment" USING btree ("with_payment_id");--> statement-breakpoint
UPDATE "booking" SET "policy" = "policy" || '{"waveAnswerMinutes": 120, "waveSize": 3, "waves": 3, "confirmHours": 24, "confirmRemindHours": 6, "extraCapMinor": 10000, "absenceMinutes": 15, "absentCreditMinor": 2000, "rescueCaseMinor": 15000, "rescueYearMinor": 2000000, "seriesMost": 12}'::jsonb WHERE NOT ("policy" ? 'waves');

CREATE TABLE "area_postcode" (
	"postcode" text PRIMARY KEY NOT NULL,
	"opens_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "area_wish" (
	"id" text PRIMARY KEY NOT NULL,
	"postcode" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "booking" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"access_key_hash" text NOT NULL,
	"state" text NOT NULL,
	"state_since" bigint NOT NULL,
	"provider" text NOT NULL,
	"helper_id" text,
	"lane_id" text,
	"calendar_id" text NOT NULL,
	"customer_id" text,
	"service_type_id" text NOT NULL,
	"service_type_version" integer NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"zone" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"currency" text DEFAULT 'CHF' NOT NULL,
	"contract" text NOT NULL,
	"policy" jsonb NOT NULL,
	"locale" text NOT NULL,
	"contact" jsonb,
	"visited" jsonb,
	"street" text,
	"postcode" text NOT NULL,
	"locality" text NOT NULL,
	"intake" jsonb NOT NULL,
	"concern" text DEFAULT '' NOT NULL,
	"hold_until" bigint,
	"hold_prolonged" boolean DEFAULT false NOT NULL,
	"answer_by" bigint,
	"requested_at" bigint,
	"accepted_at" bigint,
	"set_off_at" bigint,
	"started_at" bigint,
	"finished_at" bigint,
	"reported_at" bigint,
	"signed_off_at" bigint,
	"signed_off_by" text,
	"closed_at" bigint,
	"cancelled_by" text,
	"cancel_reason" text,
	"compensation_minor" bigint DEFAULT 0 NOT NULL,
	"booked_by_staff_id" text,
	"replaces_booking_id" text,
	"blurred_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "category" (
	"code" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"helper_id" text NOT NULL,
	"programme_code" text NOT NULL,
	"issued_at" bigint NOT NULL,
	"valid_until" bigint NOT NULL,
	"issued_by" text,
	"ended_at" bigint,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "clock" (
	"id" text PRIMARY KEY NOT NULL,
	"offset_ms" bigint NOT NULL,
	"moved_at" bigint
);
--> statement-breakpoint
CREATE TABLE "day_exception" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"date" text NOT NULL,
	"kind" text NOT NULL,
	"from_minute" integer NOT NULL,
	"until_minute" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expert_check" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"verdict" text NOT NULL,
	"words" text NOT NULL,
	"staff_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "file" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text,
	"message_id" text,
	"owner_id" text,
	"purpose" text NOT NULL,
	"mime" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "helper" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"state" text NOT NULL,
	"state_since" bigint NOT NULL,
	"state_reason" text,
	"ends_at" bigint,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"display_name" text NOT NULL,
	"biography" text DEFAULT '' NOT NULL,
	"languages" jsonb NOT NULL,
	"photo_file_id" text,
	"street" text,
	"postcode" text,
	"locality" text,
	"canton" text,
	"lat" double precision,
	"lng" double precision,
	"public_lat" double precision,
	"public_lng" double precision,
	"radius_km" integer DEFAULT 10 NOT NULL,
	"paused_at" bigint,
	"search_opt_in" boolean DEFAULT false NOT NULL,
	"payout_account_id" text,
	"payout_active_at" bigint,
	"visits_closed" integer DEFAULT 0 NOT NULL,
	"answer_minutes" integer,
	"next_free_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "helper_figures" (
	"id" text PRIMARY KEY NOT NULL,
	"helper_id" text NOT NULL,
	"service_type_id" text NOT NULL,
	"visits" integer DEFAULT 0 NOT NULL,
	"answered" integer DEFAULT 0 NOT NULL,
	"solved" integer DEFAULT 0 NOT NULL,
	"right_in_their_eyes" integer DEFAULT 0 NOT NULL,
	"right_answered" integer DEFAULT 0 NOT NULL,
	"checked" integer DEFAULT 0 NOT NULL,
	"checked_right" integer DEFAULT 0 NOT NULL,
	"reviews" integer DEFAULT 0 NOT NULL,
	"stars_sum" integer DEFAULT 0 NOT NULL,
	"cancelled_by_helper" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"roles" jsonb NOT NULL,
	"locale" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"accepted_at" bigint,
	"person_id" text
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text,
	"payload" jsonb NOT NULL,
	"run_at" bigint NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"retry_at" bigint,
	"lease_until" bigint,
	"last_error" text,
	"created_at" bigint NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "journal_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint,
	"name" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"at" bigint NOT NULL,
	"facts" jsonb NOT NULL,
	"personal_digest" text,
	"previous_hash" text,
	"hash" text
);
--> statement-breakpoint
CREATE TABLE "journal_personal" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"person_id" text NOT NULL,
	"salt" text NOT NULL,
	"personal_values" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lane" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"state" text DEFAULT 'active' NOT NULL,
	"wait_days" integer DEFAULT 2 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_posting" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"debit" text NOT NULL,
	"credit" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"booking_id" text,
	"memo" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ledger_posting_amount" CHECK ("ledger_posting"."amount_minor" > 0),
	CONSTRAINT "ledger_posting_sides" CHECK ("ledger_posting"."debit" <> "ledger_posting"."credit")
);
--> statement-breakpoint
CREATE TABLE "listing" (
	"id" text PRIMARY KEY NOT NULL,
	"helper_id" text NOT NULL,
	"service_type_id" text NOT NULL,
	"price_minor" bigint NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"instant" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"booking_id" text,
	"person_id" text,
	"sent_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure_kind" (
	"code" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure_taken" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"code" text NOT NULL,
	"count" integer NOT NULL,
	"before_value" double precision,
	"after_value" double precision,
	"evidence" text DEFAULT '' NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"author" text NOT NULL,
	"author_id" text,
	"words" text NOT NULL,
	"at" bigint NOT NULL,
	"read_at" bigint
);
--> statement-breakpoint
CREATE TABLE "occupancy" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"booking_id" text,
	"expires_at" bigint
);
--> statement-breakpoint
CREATE TABLE "outcome" (
	"booking_id" text PRIMARY KEY NOT NULL,
	"solved" text,
	"right_in_their_eyes" text,
	"still" text,
	"answered_at" bigint,
	"still_at" bigint
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"state" text NOT NULL,
	"mode" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"method" text,
	"session_id" text,
	"checkout_url" text,
	"session_expires_at" bigint,
	"intent_id" text,
	"charge_id" text,
	"capture_before" bigint,
	"captured_minor" bigint DEFAULT 0 NOT NULL,
	"refunded_minor" bigint DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payment_operation" (
	"id" text PRIMARY KEY NOT NULL,
	"payment_id" text,
	"payout_id" text,
	"helper_id" text,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"params" jsonb NOT NULL,
	"state" text NOT NULL,
	"result" jsonb,
	"created_at" bigint NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "payout" (
	"id" text PRIMARY KEY NOT NULL,
	"helper_id" text NOT NULL,
	"booking_id" text NOT NULL,
	"kind" text NOT NULL,
	"gross_minor" bigint NOT NULL,
	"commission_minor" bigint NOT NULL,
	"net_minor" bigint NOT NULL,
	"state" text NOT NULL,
	"due_at" bigint NOT NULL,
	"sent_at" bigint,
	"hold_reason" text,
	"transfer_id" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text,
	"name" text NOT NULL,
	"mobile" text,
	"locale" text DEFAULT 'de' NOT NULL,
	"created_at" bigint NOT NULL,
	"erased_at" bigint
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY NOT NULL,
	"postcode" text NOT NULL,
	"locality" text NOT NULL,
	"municipality" text NOT NULL,
	"canton" text NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"language" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"code" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"window_ends_at" bigint NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report" (
	"booking_id" text PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"checklist" jsonb NOT NULL,
	"root_cause" text,
	"words" text DEFAULT '' NOT NULL,
	"filed_by" text NOT NULL,
	"filed_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review" (
	"id" text PRIMARY KEY NOT NULL,
	"booking_id" text NOT NULL,
	"helper_id" text,
	"stars" integer NOT NULL,
	"aspects" jsonb NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"private_word" text DEFAULT '' NOT NULL,
	"author" text NOT NULL,
	"locality" text NOT NULL,
	"created_at" bigint NOT NULL,
	"published_at" bigint
);
--> statement-breakpoint
CREATE TABLE "service_type" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"number" integer NOT NULL,
	"category_code" text NOT NULL,
	"risk_class" text NOT NULL,
	"programme_code" text,
	"state" text DEFAULT 'active' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"content" jsonb NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "service_type_version" (
	"id" text PRIMARY KEY NOT NULL,
	"service_type_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"person_id" text NOT NULL,
	"level" text NOT NULL,
	"staff" boolean DEFAULT false NOT NULL,
	"device" text NOT NULL,
	"created_at" bigint NOT NULL,
	"seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"valid_from" bigint NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"code_hash" text NOT NULL,
	"link_hash" text NOT NULL,
	"return_to" text,
	"locale" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "site_page" (
	"slug" text PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text
);
--> statement-breakpoint
CREATE TABLE "staff_member" (
	"person_id" text PRIMARY KEY NOT NULL,
	"roles" jsonb NOT NULL,
	"state" text NOT NULL,
	"password_hash" text,
	"totp_secret" text,
	"totp_last_step" bigint,
	"recovery_hashes" jsonb NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standin_object" (
	"kind" text NOT NULL,
	"id" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "standin_object_kind_id_pk" PRIMARY KEY("kind","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_event" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"received_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "weekly_span" (
	"id" text PRIMARY KEY NOT NULL,
	"calendar_id" text NOT NULL,
	"weekday" integer NOT NULL,
	"from_minute" integer NOT NULL,
	"until_minute" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_lane_id_lane_id_fk" FOREIGN KEY ("lane_id") REFERENCES "public"."lane"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_customer_id_person_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_service_type_id_service_type_id_fk" FOREIGN KEY ("service_type_id") REFERENCES "public"."service_type"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_programme_code_programme_code_fk" FOREIGN KEY ("programme_code") REFERENCES "public"."programme"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expert_check" ADD CONSTRAINT "expert_check_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper" ADD CONSTRAINT "helper_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_figures" ADD CONSTRAINT "helper_figures_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_figures" ADD CONSTRAINT "helper_figures_service_type_id_service_type_id_fk" FOREIGN KEY ("service_type_id") REFERENCES "public"."service_type"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_personal" ADD CONSTRAINT "journal_personal_entry_id_journal_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."journal_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "listing" ADD CONSTRAINT "listing_service_type_id_service_type_id_fk" FOREIGN KEY ("service_type_id") REFERENCES "public"."service_type"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_taken" ADD CONSTRAINT "measure_taken_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outcome" ADD CONSTRAINT "outcome_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_operation" ADD CONSTRAINT "payment_operation_payment_id_payment_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_helper_id_helper_id_fk" FOREIGN KEY ("helper_id") REFERENCES "public"."helper"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout" ADD CONSTRAINT "payout_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review" ADD CONSTRAINT "review_booking_id_booking_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."booking"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_type" ADD CONSTRAINT "service_type_category_code_category_code_fk" FOREIGN KEY ("category_code") REFERENCES "public"."category"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_type_version" ADD CONSTRAINT "service_type_version_service_type_id_service_type_id_fk" FOREIGN KEY ("service_type_id") REFERENCES "public"."service_type"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "area_wish_postcode" ON "area_wish" USING btree ("postcode");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_reference" ON "booking" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "booking_helper" ON "booking" USING btree ("helper_id","starts_at");--> statement-breakpoint
CREATE INDEX "booking_customer" ON "booking" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "booking_state" ON "booking" USING btree ("state","starts_at");--> statement-breakpoint
CREATE INDEX "booking_service" ON "booking" USING btree ("service_type_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_number" ON "certificate" USING btree ("number");--> statement-breakpoint
CREATE INDEX "certificate_helper" ON "certificate" USING btree ("helper_id");--> statement-breakpoint
CREATE INDEX "day_exception_calendar" ON "day_exception" USING btree ("calendar_id","date");--> statement-breakpoint
CREATE INDEX "expert_check_booking" ON "expert_check" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "file_booking" ON "file" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "helper_person" ON "helper" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "helper_state" ON "helper" USING btree ("state");--> statement-breakpoint
CREATE INDEX "helper_name" ON "helper" USING btree ("family_name");--> statement-breakpoint
CREATE UNIQUE INDEX "helper_figures_pair" ON "helper_figures" USING btree ("helper_id","service_type_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token" ON "invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "job_key" ON "job" USING btree ("key");--> statement-breakpoint
CREATE INDEX "job_due" ON "job" USING btree ("state","run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "journal_seq" ON "journal_entry" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "journal_subject" ON "journal_entry" USING btree ("subject_kind","subject_id","at");--> statement-breakpoint
CREATE INDEX "journal_unsealed" ON "journal_entry" USING btree ("id") WHERE "journal_entry"."seq" is null;--> statement-breakpoint
CREATE INDEX "journal_personal_person" ON "journal_personal" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "journal_personal_entry" ON "journal_personal" USING btree ("entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_posting_key" ON "ledger_posting" USING btree ("key");--> statement-breakpoint
CREATE INDEX "ledger_posting_booking" ON "ledger_posting" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "listing_helper_service" ON "listing" USING btree ("helper_id","service_type_id");--> statement-breakpoint
CREATE INDEX "mail_created" ON "mail" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mail_booking" ON "mail" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "measure_taken_booking" ON "measure_taken" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "message_booking" ON "message" USING btree ("booking_id","at");--> statement-breakpoint
CREATE INDEX "occupancy_calendar" ON "occupancy" USING btree ("calendar_id","from_at");--> statement-breakpoint
CREATE INDEX "occupancy_booking" ON "occupancy" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "payment_booking" ON "payment" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_session" ON "payment" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "payment_intent" ON "payment" USING btree ("intent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_operation_key" ON "payment_operation" USING btree ("key");--> statement-breakpoint
CREATE INDEX "payment_operation_payment" ON "payment_operation" USING btree ("payment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payout_booking" ON "payout" USING btree ("booking_id","kind");--> statement-breakpoint
CREATE INDEX "payout_helper" ON "payout" USING btree ("helper_id","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_email" ON "person" USING btree ("email") WHERE "person"."email" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "review_booking" ON "review" USING btree ("booking_id");--> statement-breakpoint
CREATE INDEX "review_helper" ON "review" USING btree ("helper_id","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "service_type_code" ON "service_type" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "service_type_number" ON "service_type" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "service_type_version_number" ON "service_type_version" USING btree ("service_type_id","version");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_public" ON "session" USING btree ("public_id");--> statement-breakpoint
CREATE INDEX "setting_key" ON "setting" USING btree ("key","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_in_link" ON "sign_in" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "sign_in_email" ON "sign_in" USING btree ("email");--> statement-breakpoint
CREATE INDEX "weekly_span_calendar" ON "weekly_span" USING btree ("calendar_id");
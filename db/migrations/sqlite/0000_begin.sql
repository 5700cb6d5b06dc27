CREATE TABLE `area_postcode` (
	`postcode` text PRIMARY KEY NOT NULL,
	`opens_at` integer CONSTRAINT `area_postcode_opens_at_number` CHECK (typeof(`opens_at`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `area_wish` (
	`id` text PRIMARY KEY NOT NULL,
	`postcode` text NOT NULL,
	`email` text,
	`locale` text NOT NULL,
	`created_at` integer CONSTRAINT `area_wish_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `area_wish_postcode` ON `area_wish` (`postcode`);--> statement-breakpoint
CREATE TABLE `booking` (
	`id` text PRIMARY KEY NOT NULL,
	`reference` text NOT NULL,
	`access_key_hash` text NOT NULL,
	`state` text NOT NULL,
	`state_since` integer CONSTRAINT `booking_state_since_number` CHECK (typeof(`state_since`) in ('integer', 'null')) NOT NULL,
	`provider` text NOT NULL,
	`helper_id` text,
	`lane_id` text,
	`calendar_id` text NOT NULL,
	`customer_id` text,
	`service_type_id` text NOT NULL,
	`service_type_version` integer CONSTRAINT `booking_service_type_version_number` CHECK (typeof(`service_type_version`) in ('integer', 'null')) NOT NULL,
	`starts_at` integer CONSTRAINT `booking_starts_at_number` CHECK (typeof(`starts_at`) in ('integer', 'null')) NOT NULL,
	`ends_at` integer CONSTRAINT `booking_ends_at_number` CHECK (typeof(`ends_at`) in ('integer', 'null')) NOT NULL,
	`zone` text NOT NULL,
	`price_minor` integer CONSTRAINT `booking_price_minor_number` CHECK (typeof(`price_minor`) in ('integer', 'null')) NOT NULL,
	`currency` text DEFAULT 'CHF' NOT NULL,
	`contract` text NOT NULL,
	`policy` text NOT NULL,
	`locale` text NOT NULL,
	`contact` text,
	`visited` text,
	`street` text,
	`postcode` text NOT NULL,
	`locality` text NOT NULL,
	`intake` text NOT NULL,
	`concern` text DEFAULT '' NOT NULL,
	`hold_until` integer CONSTRAINT `booking_hold_until_number` CHECK (typeof(`hold_until`) in ('integer', 'null')),
	`hold_prolonged` integer CONSTRAINT `booking_hold_prolonged_number` CHECK (`hold_prolonged` in (0, 1)) DEFAULT false NOT NULL,
	`answer_by` integer CONSTRAINT `booking_answer_by_number` CHECK (typeof(`answer_by`) in ('integer', 'null')),
	`requested_at` integer CONSTRAINT `booking_requested_at_number` CHECK (typeof(`requested_at`) in ('integer', 'null')),
	`accepted_at` integer CONSTRAINT `booking_accepted_at_number` CHECK (typeof(`accepted_at`) in ('integer', 'null')),
	`set_off_at` integer CONSTRAINT `booking_set_off_at_number` CHECK (typeof(`set_off_at`) in ('integer', 'null')),
	`started_at` integer CONSTRAINT `booking_started_at_number` CHECK (typeof(`started_at`) in ('integer', 'null')),
	`finished_at` integer CONSTRAINT `booking_finished_at_number` CHECK (typeof(`finished_at`) in ('integer', 'null')),
	`reported_at` integer CONSTRAINT `booking_reported_at_number` CHECK (typeof(`reported_at`) in ('integer', 'null')),
	`signed_off_at` integer CONSTRAINT `booking_signed_off_at_number` CHECK (typeof(`signed_off_at`) in ('integer', 'null')),
	`signed_off_by` text,
	`closed_at` integer CONSTRAINT `booking_closed_at_number` CHECK (typeof(`closed_at`) in ('integer', 'null')),
	`cancelled_by` text,
	`cancel_reason` text,
	`compensation_minor` integer CONSTRAINT `booking_compensation_minor_number` CHECK (typeof(`compensation_minor`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`booked_by_staff_id` text,
	`replaces_booking_id` text,
	`blurred_at` integer CONSTRAINT `booking_blurred_at_number` CHECK (typeof(`blurred_at`) in ('integer', 'null')),
	`created_at` integer CONSTRAINT `booking_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lane_id`) REFERENCES `lane`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`customer_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_type_id`) REFERENCES `service_type`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `booking_reference` ON `booking` (`reference`);--> statement-breakpoint
CREATE INDEX `booking_helper` ON `booking` (`helper_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `booking_customer` ON `booking` (`customer_id`);--> statement-breakpoint
CREATE INDEX `booking_state` ON `booking` (`state`,`starts_at`);--> statement-breakpoint
CREATE INDEX `booking_service` ON `booking` (`service_type_id`);--> statement-breakpoint
CREATE TABLE `category` (
	`code` text PRIMARY KEY NOT NULL,
	`position` integer CONSTRAINT `category_position_number` CHECK (typeof(`position`) in ('integer', 'null')) NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `certificate` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`helper_id` text NOT NULL,
	`programme_code` text NOT NULL,
	`issued_at` integer CONSTRAINT `certificate_issued_at_number` CHECK (typeof(`issued_at`) in ('integer', 'null')) NOT NULL,
	`valid_until` integer CONSTRAINT `certificate_valid_until_number` CHECK (typeof(`valid_until`) in ('integer', 'null')) NOT NULL,
	`issued_by` text,
	`ended_at` integer CONSTRAINT `certificate_ended_at_number` CHECK (typeof(`ended_at`) in ('integer', 'null')),
	`end_reason` text,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programme_code`) REFERENCES `programme`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificate_number` ON `certificate` (`number`);--> statement-breakpoint
CREATE INDEX `certificate_helper` ON `certificate` (`helper_id`);--> statement-breakpoint
CREATE TABLE `clock` (
	`id` text PRIMARY KEY NOT NULL,
	`offset_ms` integer CONSTRAINT `clock_offset_ms_number` CHECK (typeof(`offset_ms`) in ('integer', 'null')) NOT NULL,
	`moved_at` integer CONSTRAINT `clock_moved_at_number` CHECK (typeof(`moved_at`) in ('integer', 'null'))
);
--> statement-breakpoint
CREATE TABLE `day_exception` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`date` text NOT NULL,
	`kind` text NOT NULL,
	`from_minute` integer CONSTRAINT `day_exception_from_minute_number` CHECK (typeof(`from_minute`) in ('integer', 'null')) NOT NULL,
	`until_minute` integer CONSTRAINT `day_exception_until_minute_number` CHECK (typeof(`until_minute`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `day_exception_calendar` ON `day_exception` (`calendar_id`,`date`);--> statement-breakpoint
CREATE TABLE `expert_check` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`verdict` text NOT NULL,
	`words` text NOT NULL,
	`staff_id` text NOT NULL,
	`at` integer CONSTRAINT `expert_check_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `expert_check_booking` ON `expert_check` (`booking_id`);--> statement-breakpoint
CREATE TABLE `file` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text,
	`message_id` text,
	`owner_id` text,
	`purpose` text NOT NULL,
	`mime` text NOT NULL,
	`width` integer CONSTRAINT `file_width_number` CHECK (typeof(`width`) in ('integer', 'null')) NOT NULL,
	`height` integer CONSTRAINT `file_height_number` CHECK (typeof(`height`) in ('integer', 'null')) NOT NULL,
	`bytes` integer CONSTRAINT `file_bytes_number` CHECK (typeof(`bytes`) in ('integer', 'null')) NOT NULL,
	`created_at` integer CONSTRAINT `file_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `file_booking` ON `file` (`booking_id`);--> statement-breakpoint
CREATE TABLE `helper` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`state` text NOT NULL,
	`state_since` integer CONSTRAINT `helper_state_since_number` CHECK (typeof(`state_since`) in ('integer', 'null')) NOT NULL,
	`state_reason` text,
	`ends_at` integer CONSTRAINT `helper_ends_at_number` CHECK (typeof(`ends_at`) in ('integer', 'null')),
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`display_name` text NOT NULL,
	`biography` text DEFAULT '' NOT NULL,
	`languages` text NOT NULL,
	`photo_file_id` text,
	`street` text,
	`postcode` text,
	`locality` text,
	`canton` text,
	`lat` real CONSTRAINT `helper_lat_number` CHECK (typeof(`lat`) in ('real', 'null')),
	`lng` real CONSTRAINT `helper_lng_number` CHECK (typeof(`lng`) in ('real', 'null')),
	`public_lat` real CONSTRAINT `helper_public_lat_number` CHECK (typeof(`public_lat`) in ('real', 'null')),
	`public_lng` real CONSTRAINT `helper_public_lng_number` CHECK (typeof(`public_lng`) in ('real', 'null')),
	`radius_km` integer CONSTRAINT `helper_radius_km_number` CHECK (typeof(`radius_km`) in ('integer', 'null')) DEFAULT 10 NOT NULL,
	`paused_at` integer CONSTRAINT `helper_paused_at_number` CHECK (typeof(`paused_at`) in ('integer', 'null')),
	`search_opt_in` integer CONSTRAINT `helper_search_opt_in_number` CHECK (`search_opt_in` in (0, 1)) DEFAULT false NOT NULL,
	`payout_account_id` text,
	`payout_active_at` integer CONSTRAINT `helper_payout_active_at_number` CHECK (typeof(`payout_active_at`) in ('integer', 'null')),
	`visits_closed` integer CONSTRAINT `helper_visits_closed_number` CHECK (typeof(`visits_closed`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`answer_minutes` integer CONSTRAINT `helper_answer_minutes_number` CHECK (typeof(`answer_minutes`) in ('integer', 'null')),
	`next_free_at` integer CONSTRAINT `helper_next_free_at_number` CHECK (typeof(`next_free_at`) in ('integer', 'null')),
	`created_at` integer CONSTRAINT `helper_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `helper_person` ON `helper` (`person_id`);--> statement-breakpoint
CREATE INDEX `helper_state` ON `helper` (`state`);--> statement-breakpoint
CREATE INDEX `helper_name` ON `helper` (`family_name`);--> statement-breakpoint
CREATE TABLE `helper_figures` (
	`id` text PRIMARY KEY NOT NULL,
	`helper_id` text NOT NULL,
	`service_type_id` text NOT NULL,
	`visits` integer CONSTRAINT `helper_figures_visits_number` CHECK (typeof(`visits`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`answered` integer CONSTRAINT `helper_figures_answered_number` CHECK (typeof(`answered`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`solved` integer CONSTRAINT `helper_figures_solved_number` CHECK (typeof(`solved`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`right_in_their_eyes` integer CONSTRAINT `helper_figures_right_in_their_eyes_number` CHECK (typeof(`right_in_their_eyes`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`right_answered` integer CONSTRAINT `helper_figures_right_answered_number` CHECK (typeof(`right_answered`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`checked` integer CONSTRAINT `helper_figures_checked_number` CHECK (typeof(`checked`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`checked_right` integer CONSTRAINT `helper_figures_checked_right_number` CHECK (typeof(`checked_right`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`reviews` integer CONSTRAINT `helper_figures_reviews_number` CHECK (typeof(`reviews`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`stars_sum` integer CONSTRAINT `helper_figures_stars_sum_number` CHECK (typeof(`stars_sum`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`cancelled_by_helper` integer CONSTRAINT `helper_figures_cancelled_by_helper_number` CHECK (typeof(`cancelled_by_helper`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_type_id`) REFERENCES `service_type`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `helper_figures_pair` ON `helper_figures` (`helper_id`,`service_type_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`locale` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_by` text,
	`created_at` integer CONSTRAINT `invitation_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`expires_at` integer CONSTRAINT `invitation_expires_at_number` CHECK (typeof(`expires_at`) in ('integer', 'null')) NOT NULL,
	`accepted_at` integer CONSTRAINT `invitation_accepted_at_number` CHECK (typeof(`accepted_at`) in ('integer', 'null')),
	`person_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text,
	`payload` text NOT NULL,
	`run_at` integer CONSTRAINT `job_run_at_number` CHECK (typeof(`run_at`) in ('integer', 'null')) NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`attempts` integer CONSTRAINT `job_attempts_number` CHECK (typeof(`attempts`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`retry_at` integer CONSTRAINT `job_retry_at_number` CHECK (typeof(`retry_at`) in ('integer', 'null')),
	`lease_until` integer CONSTRAINT `job_lease_until_number` CHECK (typeof(`lease_until`) in ('integer', 'null')),
	`last_error` text,
	`created_at` integer CONSTRAINT `job_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`done_at` integer CONSTRAINT `job_done_at_number` CHECK (typeof(`done_at`) in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `job_key` ON `job` (`key`);--> statement-breakpoint
CREATE INDEX `job_due` ON `job` (`state`,`run_at`);--> statement-breakpoint
CREATE TABLE `journal_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer CONSTRAINT `journal_entry_seq_number` CHECK (typeof(`seq`) in ('integer', 'null')),
	`name` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`at` integer CONSTRAINT `journal_entry_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	`facts` text NOT NULL,
	`personal_digest` text,
	`previous_hash` text,
	`hash` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_seq` ON `journal_entry` (`seq`);--> statement-breakpoint
CREATE INDEX `journal_subject` ON `journal_entry` (`subject_kind`,`subject_id`,`at`);--> statement-breakpoint
CREATE INDEX `journal_unsealed` ON `journal_entry` (`id`) WHERE "journal_entry"."seq" is null;--> statement-breakpoint
CREATE TABLE `journal_personal` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`salt` text NOT NULL,
	`personal_values` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `journal_entry`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `journal_personal_person` ON `journal_personal` (`person_id`);--> statement-breakpoint
CREATE INDEX `journal_personal_entry` ON `journal_personal` (`entry_id`);--> statement-breakpoint
CREATE TABLE `lane` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`state` text DEFAULT 'active' NOT NULL,
	`wait_days` integer CONSTRAINT `lane_wait_days_number` CHECK (typeof(`wait_days`) in ('integer', 'null')) DEFAULT 2 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ledger_posting` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`debit` text NOT NULL,
	`credit` text NOT NULL,
	`amount_minor` integer CONSTRAINT `ledger_posting_amount_minor_number` CHECK (typeof(`amount_minor`) in ('integer', 'null')) NOT NULL,
	`booking_id` text,
	`memo` text NOT NULL,
	`at` integer CONSTRAINT `ledger_posting_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	CONSTRAINT "ledger_posting_amount" CHECK("ledger_posting"."amount_minor" > 0),
	CONSTRAINT "ledger_posting_sides" CHECK("ledger_posting"."debit" <> "ledger_posting"."credit")
);
--> statement-breakpoint
CREATE UNIQUE INDEX `ledger_posting_key` ON `ledger_posting` (`key`);--> statement-breakpoint
CREATE INDEX `ledger_posting_booking` ON `ledger_posting` (`booking_id`);--> statement-breakpoint
CREATE TABLE `listing` (
	`id` text PRIMARY KEY NOT NULL,
	`helper_id` text NOT NULL,
	`service_type_id` text NOT NULL,
	`price_minor` integer CONSTRAINT `listing_price_minor_number` CHECK (typeof(`price_minor`) in ('integer', 'null')) NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`instant` integer CONSTRAINT `listing_instant_number` CHECK (`instant` in (0, 1)) DEFAULT false NOT NULL,
	`state` text NOT NULL,
	`created_at` integer CONSTRAINT `listing_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_type_id`) REFERENCES `service_type`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `listing_helper_service` ON `listing` (`helper_id`,`service_type_id`);--> statement-breakpoint
CREATE TABLE `mail` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`to_address` text NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`html` text NOT NULL,
	`text` text NOT NULL,
	`booking_id` text,
	`person_id` text,
	`sent_at` integer CONSTRAINT `mail_sent_at_number` CHECK (typeof(`sent_at`) in ('integer', 'null')),
	`created_at` integer CONSTRAINT `mail_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `mail_created` ON `mail` (`created_at`);--> statement-breakpoint
CREATE INDEX `mail_booking` ON `mail` (`booking_id`);--> statement-breakpoint
CREATE TABLE `measure_kind` (
	`code` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `measure_taken` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`code` text NOT NULL,
	`count` integer CONSTRAINT `measure_taken_count_number` CHECK (typeof(`count`) in ('integer', 'null')) NOT NULL,
	`before_value` real CONSTRAINT `measure_taken_before_value_number` CHECK (typeof(`before_value`) in ('real', 'null')),
	`after_value` real CONSTRAINT `measure_taken_after_value_number` CHECK (typeof(`after_value`) in ('real', 'null')),
	`evidence` text DEFAULT '' NOT NULL,
	`at` integer CONSTRAINT `measure_taken_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `measure_taken_booking` ON `measure_taken` (`booking_id`);--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`author` text NOT NULL,
	`author_id` text,
	`words` text NOT NULL,
	`at` integer CONSTRAINT `message_at_number` CHECK (typeof(`at`) in ('integer', 'null')) NOT NULL,
	`read_at` integer CONSTRAINT `message_read_at_number` CHECK (typeof(`read_at`) in ('integer', 'null')),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `message_booking` ON `message` (`booking_id`,`at`);--> statement-breakpoint
CREATE TABLE `occupancy` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`from_at` integer CONSTRAINT `occupancy_from_at_number` CHECK (typeof(`from_at`) in ('integer', 'null')) NOT NULL,
	`until_at` integer CONSTRAINT `occupancy_until_at_number` CHECK (typeof(`until_at`) in ('integer', 'null')) NOT NULL,
	`kind` text NOT NULL,
	`booking_id` text,
	`expires_at` integer CONSTRAINT `occupancy_expires_at_number` CHECK (typeof(`expires_at`) in ('integer', 'null'))
);
--> statement-breakpoint
CREATE INDEX `occupancy_calendar` ON `occupancy` (`calendar_id`,`from_at`);--> statement-breakpoint
CREATE INDEX `occupancy_booking` ON `occupancy` (`booking_id`);--> statement-breakpoint
CREATE TABLE `outcome` (
	`booking_id` text PRIMARY KEY NOT NULL,
	`solved` text,
	`right_in_their_eyes` text,
	`still` text,
	`answered_at` integer CONSTRAINT `outcome_answered_at_number` CHECK (typeof(`answered_at`) in ('integer', 'null')),
	`still_at` integer CONSTRAINT `outcome_still_at_number` CHECK (typeof(`still_at`) in ('integer', 'null')),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `payment` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`state` text NOT NULL,
	`mode` text NOT NULL,
	`amount_minor` integer CONSTRAINT `payment_amount_minor_number` CHECK (typeof(`amount_minor`) in ('integer', 'null')) NOT NULL,
	`method` text,
	`session_id` text,
	`checkout_url` text,
	`session_expires_at` integer CONSTRAINT `payment_session_expires_at_number` CHECK (typeof(`session_expires_at`) in ('integer', 'null')),
	`intent_id` text,
	`charge_id` text,
	`capture_before` integer CONSTRAINT `payment_capture_before_number` CHECK (typeof(`capture_before`) in ('integer', 'null')),
	`captured_minor` integer CONSTRAINT `payment_captured_minor_number` CHECK (typeof(`captured_minor`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`refunded_minor` integer CONSTRAINT `payment_refunded_minor_number` CHECK (typeof(`refunded_minor`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`created_at` integer CONSTRAINT `payment_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`updated_at` integer CONSTRAINT `payment_updated_at_number` CHECK (typeof(`updated_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `payment_booking` ON `payment` (`booking_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `payment_session` ON `payment` (`session_id`);--> statement-breakpoint
CREATE INDEX `payment_intent` ON `payment` (`intent_id`);--> statement-breakpoint
CREATE TABLE `payment_operation` (
	`id` text PRIMARY KEY NOT NULL,
	`payment_id` text,
	`payout_id` text,
	`helper_id` text,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`params` text NOT NULL,
	`state` text NOT NULL,
	`result` text,
	`created_at` integer CONSTRAINT `payment_operation_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`done_at` integer CONSTRAINT `payment_operation_done_at_number` CHECK (typeof(`done_at`) in ('integer', 'null')),
	FOREIGN KEY (`payment_id`) REFERENCES `payment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_operation_key` ON `payment_operation` (`key`);--> statement-breakpoint
CREATE INDEX `payment_operation_payment` ON `payment_operation` (`payment_id`);--> statement-breakpoint
CREATE TABLE `payout` (
	`id` text PRIMARY KEY NOT NULL,
	`helper_id` text NOT NULL,
	`booking_id` text NOT NULL,
	`kind` text NOT NULL,
	`gross_minor` integer CONSTRAINT `payout_gross_minor_number` CHECK (typeof(`gross_minor`) in ('integer', 'null')) NOT NULL,
	`commission_minor` integer CONSTRAINT `payout_commission_minor_number` CHECK (typeof(`commission_minor`) in ('integer', 'null')) NOT NULL,
	`net_minor` integer CONSTRAINT `payout_net_minor_number` CHECK (typeof(`net_minor`) in ('integer', 'null')) NOT NULL,
	`state` text NOT NULL,
	`due_at` integer CONSTRAINT `payout_due_at_number` CHECK (typeof(`due_at`) in ('integer', 'null')) NOT NULL,
	`sent_at` integer CONSTRAINT `payout_sent_at_number` CHECK (typeof(`sent_at`) in ('integer', 'null')),
	`hold_reason` text,
	`transfer_id` text,
	`created_at` integer CONSTRAINT `payout_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`helper_id`) REFERENCES `helper`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payout_booking` ON `payout` (`booking_id`,`kind`);--> statement-breakpoint
CREATE INDEX `payout_helper` ON `payout` (`helper_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text,
	`name` text NOT NULL,
	`mobile` text,
	`locale` text DEFAULT 'de' NOT NULL,
	`created_at` integer CONSTRAINT `person_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`erased_at` integer CONSTRAINT `person_erased_at_number` CHECK (typeof(`erased_at`) in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_email` ON `person` (`email`) WHERE "person"."email" is not null;--> statement-breakpoint
CREATE TABLE `place` (
	`id` text PRIMARY KEY NOT NULL,
	`postcode` text NOT NULL,
	`locality` text NOT NULL,
	`municipality` text NOT NULL,
	`canton` text NOT NULL,
	`lat` real CONSTRAINT `place_lat_number` CHECK (typeof(`lat`) in ('real', 'null')) NOT NULL,
	`lng` real CONSTRAINT `place_lng_number` CHECK (typeof(`lng`) in ('real', 'null')) NOT NULL,
	`language` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `programme` (
	`code` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rate_limit` (
	`key` text PRIMARY KEY NOT NULL,
	`window_ends_at` integer CONSTRAINT `rate_limit_window_ends_at_number` CHECK (typeof(`window_ends_at`) in ('integer', 'null')) NOT NULL,
	`count` integer CONSTRAINT `rate_limit_count_number` CHECK (typeof(`count`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `report` (
	`booking_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`checklist` text NOT NULL,
	`root_cause` text,
	`words` text DEFAULT '' NOT NULL,
	`filed_by` text NOT NULL,
	`filed_at` integer CONSTRAINT `report_filed_at_number` CHECK (typeof(`filed_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `review` (
	`id` text PRIMARY KEY NOT NULL,
	`booking_id` text NOT NULL,
	`helper_id` text,
	`stars` integer CONSTRAINT `review_stars_number` CHECK (typeof(`stars`) in ('integer', 'null')) NOT NULL,
	`aspects` text NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`private_word` text DEFAULT '' NOT NULL,
	`author` text NOT NULL,
	`locality` text NOT NULL,
	`created_at` integer CONSTRAINT `review_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`published_at` integer CONSTRAINT `review_published_at_number` CHECK (typeof(`published_at`) in ('integer', 'null')),
	FOREIGN KEY (`booking_id`) REFERENCES `booking`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `review_booking` ON `review` (`booking_id`);--> statement-breakpoint
CREATE INDEX `review_helper` ON `review` (`helper_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `service_type` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`number` integer CONSTRAINT `service_type_number_number` CHECK (typeof(`number`) in ('integer', 'null')) NOT NULL,
	`category_code` text NOT NULL,
	`risk_class` text NOT NULL,
	`programme_code` text,
	`state` text DEFAULT 'active' NOT NULL,
	`version` integer CONSTRAINT `service_type_version_number` CHECK (typeof(`version`) in ('integer', 'null')) DEFAULT 1 NOT NULL,
	`content` text NOT NULL,
	`updated_at` integer CONSTRAINT `service_type_updated_at_number` CHECK (typeof(`updated_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`category_code`) REFERENCES `category`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_type_code` ON `service_type` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `service_type_number` ON `service_type` (`number`);--> statement-breakpoint
CREATE TABLE `service_type_version` (
	`id` text PRIMARY KEY NOT NULL,
	`service_type_id` text NOT NULL,
	`version` integer CONSTRAINT `service_type_version_version_number` CHECK (typeof(`version`) in ('integer', 'null')) NOT NULL,
	`content` text NOT NULL,
	`created_at` integer CONSTRAINT `service_type_version_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`created_by` text,
	FOREIGN KEY (`service_type_id`) REFERENCES `service_type`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_type_version_number` ON `service_type_version` (`service_type_id`,`version`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`public_id` text NOT NULL,
	`person_id` text NOT NULL,
	`level` text NOT NULL,
	`staff` integer CONSTRAINT `session_staff_number` CHECK (`staff` in (0, 1)) DEFAULT false NOT NULL,
	`device` text NOT NULL,
	`created_at` integer CONSTRAINT `session_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`seen_at` integer CONSTRAINT `session_seen_at_number` CHECK (typeof(`seen_at`) in ('integer', 'null')) NOT NULL,
	`expires_at` integer CONSTRAINT `session_expires_at_number` CHECK (typeof(`expires_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_person` ON `session` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `session_public` ON `session` (`public_id`);--> statement-breakpoint
CREATE TABLE `setting` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`valid_from` integer CONSTRAINT `setting_valid_from_number` CHECK (typeof(`valid_from`) in ('integer', 'null')) NOT NULL,
	`created_by` text,
	`created_at` integer CONSTRAINT `setting_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `setting_key` ON `setting` (`key`,`valid_from`);--> statement-breakpoint
CREATE TABLE `sign_in` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`code_hash` text NOT NULL,
	`link_hash` text NOT NULL,
	`return_to` text,
	`locale` text NOT NULL,
	`attempts` integer CONSTRAINT `sign_in_attempts_number` CHECK (typeof(`attempts`) in ('integer', 'null')) DEFAULT 0 NOT NULL,
	`created_at` integer CONSTRAINT `sign_in_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	`expires_at` integer CONSTRAINT `sign_in_expires_at_number` CHECK (typeof(`expires_at`) in ('integer', 'null')) NOT NULL,
	`used_at` integer CONSTRAINT `sign_in_used_at_number` CHECK (typeof(`used_at`) in ('integer', 'null'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_link` ON `sign_in` (`link_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_email` ON `sign_in` (`email`);--> statement-breakpoint
CREATE TABLE `site_page` (
	`slug` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`updated_at` integer CONSTRAINT `site_page_updated_at_number` CHECK (typeof(`updated_at`) in ('integer', 'null')) NOT NULL,
	`updated_by` text
);
--> statement-breakpoint
CREATE TABLE `staff_member` (
	`person_id` text PRIMARY KEY NOT NULL,
	`roles` text NOT NULL,
	`state` text NOT NULL,
	`password_hash` text,
	`totp_secret` text,
	`totp_last_step` integer CONSTRAINT `staff_member_totp_last_step_number` CHECK (typeof(`totp_last_step`) in ('integer', 'null')),
	`recovery_hashes` text NOT NULL,
	`created_at` integer CONSTRAINT `staff_member_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `standin_object` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer CONSTRAINT `standin_object_created_at_number` CHECK (typeof(`created_at`) in ('integer', 'null')) NOT NULL,
	PRIMARY KEY(`kind`, `id`)
);
--> statement-breakpoint
CREATE TABLE `webhook_event` (
	`id` text PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`received_at` integer CONSTRAINT `webhook_event_received_at_number` CHECK (typeof(`received_at`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `weekly_span` (
	`id` text PRIMARY KEY NOT NULL,
	`calendar_id` text NOT NULL,
	`weekday` integer CONSTRAINT `weekly_span_weekday_number` CHECK (typeof(`weekday`) in ('integer', 'null')) NOT NULL,
	`from_minute` integer CONSTRAINT `weekly_span_from_minute_number` CHECK (typeof(`from_minute`) in ('integer', 'null')) NOT NULL,
	`until_minute` integer CONSTRAINT `weekly_span_until_minute_number` CHECK (typeof(`until_minute`) in ('integer', 'null')) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `weekly_span_calendar` ON `weekly_span` (`calendar_id`);
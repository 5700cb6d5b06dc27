ALTER TABLE `booking` ADD `contact_email` text;--> statement-breakpoint
ALTER TABLE `booking` ADD `listing_id` text;--> statement-breakpoint
ALTER TABLE `booking` ADD `instant` integer CONSTRAINT `booking_instant_number` CHECK (`instant` in (0, 1)) DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `booking` ADD `answered_at` integer CONSTRAINT `booking_answered_at_number` CHECK (typeof(`answered_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `reminded_at` integer CONSTRAINT `booking_reminded_at_number` CHECK (typeof(`reminded_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `booking` ADD `still_asked_at` integer CONSTRAINT `booking_still_asked_at_number` CHECK (typeof(`still_asked_at`) in ('integer', 'null'));--> statement-breakpoint
CREATE INDEX `booking_contact_email` ON `booking` (`contact_email`);--> statement-breakpoint
CREATE INDEX `booking_access` ON `booking` (`access_key_hash`);--> statement-breakpoint
ALTER TABLE `file` ADD `copy_of` text;--> statement-breakpoint
ALTER TABLE `message` ADD `looks_secret` integer CONSTRAINT `message_looks_secret_number` CHECK (`looks_secret` in (0, 1)) DEFAULT false NOT NULL;
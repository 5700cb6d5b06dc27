ALTER TABLE `payment` ADD `refund_failed_minor` integer CONSTRAINT `payment_refund_failed_minor_number` CHECK (typeof(`refund_failed_minor`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `payment` ADD `refund_owed_minor` integer CONSTRAINT `payment_refund_owed_minor_number` CHECK (typeof(`refund_owed_minor`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `payment` ADD `read_at` integer CONSTRAINT `payment_read_at_number` CHECK (typeof(`read_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `payment_operation` ADD `sent_at` integer CONSTRAINT `payment_operation_sent_at_number` CHECK (typeof(`sent_at`) in ('integer', 'null'));--> statement-breakpoint
ALTER TABLE `payment_operation` ADD `sent_key` text;
/** A service that briefs name, and what a first client of it needs to know. */
export interface Vendor {
  /** Key in `integrations`, kebab-case. */
  readonly name: string;
  readonly kind: string;
  readonly timeoutMs: number;
  /** Regular expression of its name; letters match as written. */
  readonly pattern: string;
}

const vendor = (
  pattern: string,
  kind: string,
  timeoutMs: number,
  name = pattern.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
): Vendor => ({
  name,
  kind,
  timeoutMs,
  pattern,
});

/** Names that are words too (Square, Segment, Slack) are known by their capital letter alone. */
export const VENDORS: readonly Vendor[] = [
  vendor('[Ss]tripe', 'payments', 3000, 'stripe'),
  vendor('Adyen', 'payments', 3000),
  vendor('Mollie', 'payments', 3000),
  vendor('[Pp]ay[Pp]al', 'payments', 4000, 'paypal'),
  vendor('Braintree', 'payments', 3000),
  vendor('Klarna', 'payments', 4000),
  vendor('Razorpay', 'payments', 3000),
  vendor('GoCardless', 'payments', 4000, 'gocardless'),
  vendor('Square', 'payments', 3000),
  vendor('Worldpay', 'payments', 4000),
  vendor('Checkout\\.com', 'payments', 3000, 'checkout-com'),
  vendor('Plaid', 'bank data', 5000),
  vendor('Wise', 'payouts', 5000),
  vendor('Chargebee', 'billing', 6000),
  vendor('Recurly', 'billing', 6000),
  vendor('Paddle', 'billing', 5000),
  vendor('QuickBooks', 'accounting', 6000, 'quickbooks'),
  vendor('Xero', 'accounting', 6000),
  vendor('DATEV', 'accounting', 10_000),
  vendor('NetSuite', 'accounting', 10_000, 'netsuite'),
  vendor('SAP', 'enterprise resource planning', 10_000),
  vendor('Avalara', 'sales tax', 3000),
  vendor('TaxJar', 'sales tax', 3000, 'taxjar'),
  vendor('[Tt]wilio', 'telephony and SMS', 2000, 'twilio'),
  vendor('Vonage', 'telephony and SMS', 2000),
  vendor('MessageBird', 'SMS', 2000, 'messagebird'),
  vendor('WhatsApp', 'messaging', 3000, 'whatsapp'),
  vendor('Telegram', 'messaging', 3000),
  vendor('Slack', 'team chat', 3000),
  vendor('Microsoft Teams|MS Teams', 'team chat', 3000, 'microsoft-teams'),
  vendor('Discord', 'team chat', 3000),
  vendor('Zoom', 'video calls', 4000),
  vendor('[Ss]end[Gg]rid', 'email', 2500, 'sendgrid'),
  vendor('Mailgun', 'email', 2500),
  vendor('Postmark', 'email', 2000),
  vendor('Mailchimp', 'email campaigns', 4000),
  vendor('Amazon SES|AWS SES', 'email', 2500, 'amazon-ses'),
  vendor('Resend(?= (?:for|to send|API|as))', 'email', 2500, 'resend'),
  vendor('Firebase Cloud Messaging|FCM', 'push notifications', 3000, 'fcm'),
  vendor('APNs|Apple Push', 'push notifications', 3000, 'apns'),
  vendor('OneSignal', 'push notifications', 3000, 'onesignal'),
  vendor('Nylas', 'email and calendar', 5000),
  vendor('Google Calendar', 'calendar', 4000),
  vendor('Outlook|Microsoft 365|Office 365|Microsoft Graph', 'email and calendar', 5000, 'microsoft-365'),
  vendor('Gmail|Google Workspace', 'email and calendar', 5000, 'google-workspace'),
  vendor('Google Maps', 'maps', 3000),
  vendor('Mapbox', 'maps', 3000),
  vendor('Salesforce', 'CRM', 6000),
  vendor('Hub[Ss]pot', 'CRM', 6000, 'hubspot'),
  vendor('Pipedrive', 'CRM', 6000),
  vendor('Zendesk', 'help desk', 5000),
  vendor('Intercom', 'help desk', 5000),
  vendor('Freshdesk', 'help desk', 5000),
  vendor('Shopify', 'shop', 5000),
  vendor('WooCommerce', 'shop', 5000, 'woocommerce'),
  vendor('Amazon Marketplace', 'marketplace', 6000),
  vendor('DHL', 'carrier', 5000),
  vendor('UPS', 'carrier', 5000),
  vendor('FedEx', 'carrier', 5000, 'fedex'),
  vendor('USPS', 'carrier', 5000),
  vendor('DPD', 'carrier', 5000),
  vendor('EasyPost|Shippo', 'carrier', 5000, 'shipping-broker'),
  vendor('Segment', 'analytics', 3000),
  vendor('Mixpanel', 'analytics', 3000),
  vendor('Google Analytics', 'analytics', 3000),
  vendor('Clearbit', 'data enrichment', 4000),
  vendor('Onfido', 'identity checks', 6000),
  vendor('Docu[Ss]ign', 'electronic signatures', 6000, 'docusign'),
  vendor('HelloSign|Dropbox Sign', 'electronic signatures', 6000, 'dropbox-sign'),
  vendor('Dropbox', 'file storage', 5000),
  vendor('Google Drive', 'file storage', 5000),
  vendor('Zapier', 'automation', 5000),
  vendor('[Gg]it[Hh]ub', 'source control', 5000, 'github'),
  vendor('[Gg]it[Ll]ab', 'source control', 5000, 'gitlab'),
  vendor('Jira', 'issue tracking', 5000),
  vendor('Airbnb', 'booking channel', 6000),
  vendor('Booking\\.com', 'booking channel', 6000, 'booking-com'),
  vendor('Expedia', 'booking channel', 6000),
  vendor('Keycloak', 'identity', 3000),
  vendor('Auth0', 'identity', 3000),
  vendor('Okta', 'identity', 3000),
  vendor('OpenAI|ChatGPT', 'language model', 30_000, 'openai'),
  vendor('Claude(?= (?:API|model|by))|Anthropic', 'language model', 30_000, 'anthropic'),
];

/** What is meant when no vendor is named; letters match in any case. */
export const SERVICES: readonly Vendor[] = [
  vendor('payment (?:providers?|gateways?|processors?|service providers?)|psp', 'payments', 3000, 'payment-provider'),
  vendor('e-?mail (?:providers?|services?|gateways?)|mail (?:providers?|services?)', 'email', 2500, 'email-provider'),
  vendor('sms (?:gateways?|providers?|services?)', 'SMS', 2000, 'sms-gateway'),
  vendor('telephony (?:providers?|services?|systems?)|phone system', 'telephony', 2000, 'telephony-provider'),
  vendor(
    '(?:shipping |parcel )?carriers?(?: apis?)?(?= (?:api|tell|report|send|label|pick|deliver|give|update))|parcel services?|shipping carriers?|carrier apis?',
    'carrier',
    5000,
    'carrier',
  ),
  vendor('identity providers?', 'identity', 3000, 'identity-provider'),
  vendor('(?:accounting|bookkeeping) (?:systems?|software|packages?|tools?)', 'accounting', 6000, 'accounting-system'),
  vendor('billing systems?', 'billing', 6000, 'billing-system'),
  vendor('(?:data )?enrichment (?:services?|providers?)', 'data enrichment', 4000, 'enrichment-service'),
  vendor('(?:map|maps|geocoding|routing) (?:services?|providers?|apis?)', 'maps', 3000, 'map-service'),
  vendor('credit (?:bureaus?|agenc(?:y|ies)|checks? (?:services?|providers?))', 'credit checks', 6000, 'credit-bureau'),
  vendor('push (?:services?|providers?|gateways?)', 'push notifications', 3000, 'push-service'),
  vendor('video (?:providers?|conferencing|services?)', 'video calls', 4000, 'video-provider'),
  vendor('(?:enterprise resource planning|erp) systems?', 'enterprise resource planning', 10_000, 'erp-system'),
  vendor('(?:exchange rate|currency) (?:services?|providers?|apis?)', 'exchange rates', 3000, 'exchange-rates'),
  vendor('(?:hr|payroll) (?:systems?|providers?|software)', 'payroll', 6000, 'payroll-system'),
];

const byName = new Map([...VENDORS, ...SERVICES].map((each) => [each.name, each]));

/** The service with the name that a cue gives. */
export function vendorNamed(name: string): Vendor | undefined {
  return byName.get(name);
}

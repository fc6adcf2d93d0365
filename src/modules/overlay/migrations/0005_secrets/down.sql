-- Tokens of providers are lost, and viewers have to prove themselves again.
drop table viewer_sessions, verification_codes, api_tokens;

drop policy ended_stays_ended on platform.api_tokens;
drop trigger api_token_end_announced on platform.api_tokens;

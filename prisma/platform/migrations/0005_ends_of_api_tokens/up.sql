-- A socket that was opened with an API token ends with it, as one that was opened with a session does. The id of
-- the token stands in for that of a session.
create trigger api_token_end_announced after update of revoked_at on platform.api_tokens
  for each row when (old.revoked_at is null and new.revoked_at is not null)
  execute function platform.announce_session_end();

-- What has ended stays ended: a tenant's scope may end a token, not bring one back.
create policy ended_stays_ended on platform.api_tokens as restrictive for update to berth_member
  using (revoked_at is null) with check (true);

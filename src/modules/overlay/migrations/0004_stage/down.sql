-- Looks, settings and links are lost: pages that are open stop showing anything.
drop table overlay_links, overlay_settings, overlay_layouts, theme_settings, streamer_profile;

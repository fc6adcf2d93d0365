import type { ComponentType } from 'react'

type Load<Props> = () => Promise<ComponentType<Props>>

/** What each page of a module shows, by `<module>/<page>`. Each is loaded when it is first opened. */
export const modulePages: Readonly<Record<string, Load<object>>> = {
  'pet-care/today': () =>
    import('./pet-care/ui/today/today-screen.tsx').then(({ TodayScreen }) => TodayScreen),
  'pet-care/calendar': () =>
    import('./pet-care/ui/calendar/calendar-screen.tsx').then(({ CalendarScreen }) => CalendarScreen),
  'overlay/studio': () =>
    import('./overlay/ui/studio/studio-screen.tsx').then(({ StudioScreen }) => StudioScreen),
  'overlay/points': () =>
    import('./overlay/ui/points/points-screen.tsx').then(({ PointsScreen }) => PointsScreen),
  'overlay/shop': () => import('./overlay/ui/shop/shop-screen.tsx').then(({ ShopScreen }) => ShopScreen),
  'overlay/analytics': () =>
    import('./overlay/ui/analytics/analytics-screen.tsx').then(({ AnalyticsScreen }) => AnalyticsScreen),
  'overlay/connections': () =>
    import('./overlay/ui/connections/connections-screen.tsx').then(
      ({ ConnectionsScreen }) => ConnectionsScreen,
    ),
  'lettings/today': () => import('./lettings/ui/today/today-screen.tsx').then((file) => file.TodayScreen),
  'lettings/availability': () =>
    import('./lettings/ui/availability/availability-screen.tsx').then((file) => file.AvailabilityScreen),
  'lettings/occupancy': () =>
    import('./lettings/ui/occupancy/occupancy-screen.tsx').then((file) => file.OccupancyScreen),
  'concierge/search': () =>
    import('./concierge/ui/search/search-screen.tsx').then(({ SearchScreen }) => SearchScreen),
}

/** What the page of a single record shows, by `<module>/<resource>`. */
export const recordPages: Readonly<Record<string, Load<{ id: string }>>> = {
  'pet-care/pets': () => import('./pet-care/ui/records/pet-page.tsx').then(({ PetPage }) => PetPage),
  'pet-care/owners': () => import('./pet-care/ui/records/owner-page.tsx').then(({ OwnerPage }) => OwnerPage),
  'lettings/properties': () =>
    import('./lettings/ui/property/property-overview.tsx').then((file) => file.PropertyOverview),
  'overlay/viewers': () =>
    import('./overlay/ui/viewers/viewer-screen.tsx').then(({ ViewerScreen }) => ViewerScreen),
  'concierge/knowledge-documents': () =>
    import('./concierge/ui/documents/document-page.tsx').then(({ DocumentPage }) => DocumentPage),
}

/** What visitors see of a module without signing in, at `/public/<module>`, by `<module>`. */
export const publicPages: Readonly<Record<string, Load<{ tenantId: string }>>> = {
  overlay: () =>
    import('./overlay/ui/on-stream/overlay-screen.tsx').then(({ OverlayScreen }) => OverlayScreen),
}

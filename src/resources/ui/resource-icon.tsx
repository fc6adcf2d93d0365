'use client'

import {
  Bath,
  BookOpenText,
  CalendarCheck,
  CalendarDays,
  Coins,
  Eye,
  House,
  Lightbulb,
  MessagesSquare,
  Package,
  PawPrint,
  Scissors,
  Shapes,
  Sparkles,
  Sun,
  Syringe,
  Target,
  Ticket,
  Tv,
  Users,
  Wallet,
  type LucideIcon,
} from 'lucide-react'

/** The icons that declarations name. Each is bundled by its name here; the whole set would be a megabyte. */
const icons: Record<string, LucideIcon> = {
  bath: Bath,
  'book-open-text': BookOpenText,
  'calendar-check': CalendarCheck,
  'calendar-days': CalendarDays,
  coins: Coins,
  eye: Eye,
  house: House,
  lightbulb: Lightbulb,
  'messages-square': MessagesSquare,
  package: Package,
  'paw-print': PawPrint,
  scissors: Scissors,
  sparkles: Sparkles,
  sun: Sun,
  syringe: Syringe,
  target: Target,
  ticket: Ticket,
  tv: Tv,
  users: Users,
  wallet: Wallet,
}

/** The icon of a resource or module; decorative. A name that is not known here gets a neutral sign. */
export function ResourceIcon({ name, size = 18 }: { name: string; size?: number }) {
  const Icon = icons[name] ?? Shapes
  return <Icon size={size} aria-hidden />
}

/** Whether a name has an icon of its own. */
export function isKnownIcon(name: string): boolean {
  return Object.hasOwn(icons, name)
}

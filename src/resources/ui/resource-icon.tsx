'use client'

import {
  Bath,
  BookOpenText,
  CalendarCheck,
  Eye,
  House,
  Lightbulb,
  MessagesSquare,
  PawPrint,
  Scissors,
  Shapes,
  Sparkles,
  Target,
  Tv,
  Users,
  type LucideIcon,
} from 'lucide-react'

/** The icons that declarations name. Each is bundled by its name here; the whole set would be a megabyte. */
const icons: Record<string, LucideIcon> = {
  bath: Bath,
  'book-open-text': BookOpenText,
  'calendar-check': CalendarCheck,
  eye: Eye,
  house: House,
  lightbulb: Lightbulb,
  'messages-square': MessagesSquare,
  'paw-print': PawPrint,
  scissors: Scissors,
  sparkles: Sparkles,
  target: Target,
  tv: Tv,
  users: Users,
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

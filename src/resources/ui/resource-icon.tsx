'use client'

import {
  ArrowLeftRight,
  Backpack,
  Bath,
  BookOpenText,
  CalendarCheck,
  ChartColumn,
  Clapperboard,
  CalendarDays,
  CalendarRange,
  Coins,
  Eye,
  HandCoins,
  House,
  Lightbulb,
  MessagesSquare,
  Package,
  PackageOpen,
  PawPrint,
  Plug,
  Scissors,
  Search,
  Shapes,
  ShoppingBag,
  SlidersHorizontal,
  Sparkles,
  Store,
  Sun,
  Syringe,
  Target,
  Ticket,
  Tv,
  Users,
  Wallet,
  Zap,
  type LucideIcon,
} from 'lucide-react'
import { iconStock } from './icon-stock.ts'

/** The icons that declarations name. Each is bundled by its name here; the whole set would be a megabyte. */
const icons: Record<string, LucideIcon> = {
  ...iconStock,
  'arrow-left-right': ArrowLeftRight,
  backpack: Backpack,
  bath: Bath,
  'book-open-text': BookOpenText,
  'calendar-check': CalendarCheck,
  'chart-column': ChartColumn,
  clapperboard: Clapperboard,
  'calendar-days': CalendarDays,
  'calendar-range': CalendarRange,
  coins: Coins,
  eye: Eye,
  'hand-coins': HandCoins,
  house: House,
  lightbulb: Lightbulb,
  'messages-square': MessagesSquare,
  package: Package,
  'package-open': PackageOpen,
  'paw-print': PawPrint,
  plug: Plug,
  scissors: Scissors,
  'shopping-bag': ShoppingBag,
  'sliders-horizontal': SlidersHorizontal,
  search: Search,
  sparkles: Sparkles,
  store: Store,
  sun: Sun,
  syringe: Syringe,
  target: Target,
  ticket: Ticket,
  tv: Tv,
  users: Users,
  wallet: Wallet,
  zap: Zap,
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

import { defineAnimationStyles, defineKeyframes } from '@chakra-ui/react/styled-system'

/** Short, eased out, and moving from where the thing comes; switched off under reduced motion in `global-css.ts`. */
export const keyframes = defineKeyframes({
  spin: { '0%': { transform: 'rotate(0deg)' }, '100%': { transform: 'rotate(360deg)' } },
  pulse: { '50%': { opacity: '0.45' } },
  rise: { from: { opacity: '0', transform: 'translateY(6px)' }, to: { opacity: '1', transform: 'none' } },
  'fade-in': { from: { opacity: '0' }, to: { opacity: '1' } },
  'fade-out': { from: { opacity: '1' }, to: { opacity: '0' } },
  'scale-in': { from: { transform: 'scale(0.97)' }, to: { transform: 'scale(1)' } },
  'drop-in': {
    from: { opacity: '0', transform: 'translateY(-4px)' },
    to: { opacity: '1', transform: 'none' },
  },
  'slide-in-end': { from: { transform: 'translateX(32px)' }, to: { transform: 'none' } },
  'slide-in-bottom': { from: { transform: 'translateY(32px)' }, to: { transform: 'none' } },
})

/** Named entrances for recipes (`animationStyle: 'rise'`). */
export const animationStyles = defineAnimationStyles({
  rise: { value: { animation: 'rise' } },
  'fade-in': { value: { animation: 'fade-in' } },
})

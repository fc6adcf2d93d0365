import { defaultBaseConfig } from '@chakra-ui/react/preset-base'
import { createSystem, defineConfig } from '@chakra-ui/react/styled-system'
import { globalCss } from './global-css.ts'
import { animationStyles, keyframes } from './motion.ts'
import { buttonRecipe } from './recipes/button.ts'
import { controlRecipe } from './recipes/control.ts'
import {
  badgeRecipe,
  containerRecipe,
  iconRecipe,
  separatorRecipe,
  skeletonRecipe,
  spinnerRecipe,
} from './recipes/surface.ts'
import { codeRecipe, headingRecipe, kbdRecipe, linkRecipe } from './recipes/text.ts'
import { semanticTokens } from './semantic-tokens.ts'
import { textStyles } from './text-styles.ts'
import { tokens } from './tokens.ts'

/**
 * The one Chakra system. It starts from Chakra's base (utilities and conditions) and adds this theme only:
 * Chakra's own tokens and its seventy recipes would weigh on the first load of every page. Components that
 * open later (drawer, menu, toast, ...) bring their recipe along in their own file.
 */
export const system = createSystem(
  defaultBaseConfig,
  defineConfig({
    preflight: true,
    cssVarsPrefix: 'b',
    cssVarsRoot: ':where(html, .chakra-theme)',
    globalCss,
    theme: {
      breakpoints: { sm: '640px', md: '768px', lg: '1024px', xl: '1280px' },
      keyframes,
      animationStyles,
      tokens,
      semanticTokens,
      textStyles,
      recipes: {
        badge: badgeRecipe,
        button: buttonRecipe,
        code: codeRecipe,
        container: containerRecipe,
        heading: headingRecipe,
        icon: iconRecipe,
        input: controlRecipe,
        kbd: kbdRecipe,
        link: linkRecipe,
        separator: separatorRecipe,
        skeleton: skeletonRecipe,
        spinner: spinnerRecipe,
        textarea: controlRecipe,
      },
    },
  }),
)

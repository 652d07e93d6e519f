import { visitorOf, type Visitor } from '../support/browsers/visitor.ts';
import { test } from '../support/quiet-page.ts';
import { tellStory } from './story.ts';

tellStory(
  test.extend<{ visitor: Visitor }>({
    visitor: ({ page }, use) => use(visitorOf(page))
  })
);

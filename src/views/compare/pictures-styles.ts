import { css } from 'lit';

/** Where the charts of the comparison stand, at each width, in a room and on paper. */
export const picturesStyles = css`
  :host {
    display: block;
  }
  .quantity {
    display: none;
    margin-block-end: var(--space-3);
  }
  .charts {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
    gap: var(--space-4) var(--space-5);
  }
  up-lines-chart {
    block-size: clamp(250px, 42vh, 460px);
  }
  /* One column for each strategy: its stock over its inflow. */
  .multiples {
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
  }
  .multiples section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    align-content: start;
  }
  .multiples up-lines-chart {
    block-size: clamp(200px, 26vh, 280px);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    font: var(--type-section);
  }
  /* For a room: the picture fills the screen under its claim. */
  @media (min-width: 1024px) {
    :host([presenting]) up-lines-chart {
      block-size: max(300px, calc(100dvh - 10.5rem));
    }
    :host([presenting]) .multiples up-lines-chart {
      block-size: max(240px, calc(50dvh - 6.5rem));
    }
  }
  @media (max-width: 899px) {
    .charts {
      grid-template-columns: minmax(0, 1fr);
    }
    up-lines-chart {
      block-size: 320px;
    }
  }
  @media (max-width: 639px) {
    /* One chart at a time; the other is a press away. */
    .quantity {
      display: block;
    }
    [data-quantity='stock'] up-lines-chart[data-role='inflow'],
    [data-quantity='inflow'] up-lines-chart[data-role='stock'] {
      display: none;
    }
    up-lines-chart {
      block-size: 300px;
    }
  }
  @media print {
    .quantity {
      display: none;
    }
    up-lines-chart {
      block-size: 9cm;
    }
    .charts > * {
      break-inside: avoid;
    }
  }
`;

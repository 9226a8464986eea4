import { ClockCircleOutlined, PauseCircleOutlined } from '@ant-design/icons';
import { useServerNow } from '../api/server-clock.js';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime, span } from './city-time.js';
import { clockTone, type OpenClock } from './clock-face.js';
import { StateTag } from './state-tag.js';
import { words } from './words.js';

const minuteMs = 60_000;

/** How long is left by the server's clock, minute by minute, since when it is late, or that it stands still. */
export const ClockFace = ({ clock }: { clock: OpenClock }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const leftMs = Date.parse(clock.dueAt) - useServerNow();
  const minutes = leftMs / minuteMs;
  const running = minutes <= 0 ? text.overdue(span(-minutes, language)) : text.left(span(minutes, language));
  const Icon = clock.paused ? PauseCircleOutlined : ClockCircleOutlined;
  return (
    <StateTag tone={clockTone({ leftMs, paused: clock.paused })}>
      <Icon aria-hidden /> {clock.paused ? text.paused : running}
    </StateTag>
  );
};

interface DueClockProps {
  readonly dueAt: string;
  /** Nothing runs any more: only the hour is said. */
  readonly ended: boolean;
  readonly paused?: boolean;
  /** The article that it rests on. */
  readonly basis?: string;
}

/** The face of a clock with its hour and its article beside it. */
export const DueClock = ({ dueAt, ended, paused = false, basis }: DueClockProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const at = cityTime(dueAt, language);
  const hour = paused && !ended ? text.dueWhenPaused(at) : <span className="clock">{text.dueAt(at)}</span>;
  const due = (
    <small className="quiet">
      {hour}
      {basis !== undefined && ` · ${basis}`}
    </small>
  );
  if (ended) return due;
  return (
    <span className="matter-clock">
      <ClockFace clock={{ dueAt, paused }} />
      {due}
    </span>
  );
};

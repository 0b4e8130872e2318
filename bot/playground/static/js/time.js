// Times as Korean readers write them.

import { T } from "./texts.js";

const clock = new Intl.DateTimeFormat("ko-KR", { hour: "numeric", minute: "2-digit" });
const day = new Intl.DateTimeFormat("ko-KR", { month: "long", day: "numeric", weekday: "long" });
const full = new Intl.DateTimeFormat("ko-KR", { dateStyle: "long", timeStyle: "medium" });
const second = new Intl.DateTimeFormat("ko-KR", { hour12: false, timeStyle: "medium" });

export const dateOf = (ts) => new Date(Number(ts) * 1000);
export const timeOf = (ts) => clock.format(dateOf(ts));
export const fullTimeOf = (ts) => full.format(dateOf(ts));
export const secondsOf = (at) => second.format(new Date(at * 1000));

/** The day of a timestamp: 오늘, 어제, or 11월 21일 토요일. */
export function dayOf(ts) {
  const date = dateOf(ts);
  const now = new Date();
  if (date.toDateString() === now.toDateString()) return T.today;
  now.setDate(now.getDate() - 1);
  return date.toDateString() === now.toDateString() ? T.yesterday : day.format(date);
}

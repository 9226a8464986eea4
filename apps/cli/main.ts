import { SystemClock } from '@koujing/kernel';

console.log(new SystemClock().now().toISOString());

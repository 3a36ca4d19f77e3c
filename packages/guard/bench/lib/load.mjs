// A load that costs little itself: requests are bytes made beforehand, each of another caller, over a few connections.
import { connect } from 'node:net';

/** One request of each caller, as bytes. */
export function makeRequests(callers) {
  return callers.map((headers) => {
    const lines = Object.entries({ host: '127.0.0.1', ...headers, 'content-length': '0' });
    return Buffer.from(`POST / HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
  });
}

/** Sends requests in turn for so many seconds. Any answer but 200 ends the measurement: refusals are cheap. */
export function sendLoad(port, requests, seconds, connections = 20) {
  const state = { next: 0, done: 0, times: [], failed: undefined, over: false };
  const running = Array.from({ length: connections }, () => client(port, requests, state));
  const start = process.hrtime.bigint();
  setTimeout(() => {
    state.over = true;
  }, seconds * 1000);
  return Promise.all(running).then(() => {
    if (state.failed !== undefined) throw new Error(`refused or broken: ${state.failed}`);
    const elapsed = Number(process.hrtime.bigint() - start) / 1e9;
    const sorted = state.times.toSorted((a, b) => a - b);
    return { rate: state.done / elapsed, total: state.done, p99: sorted[Math.floor(sorted.length * 0.99)] / 1e6 };
  });
}

function client(port, requests, state) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let sent = 0n;
    let received = '';
    const send = () => {
      received = '';
      sent = process.hrtime.bigint();
      socket.write(requests[state.next++ % requests.length]);
    };
    socket.on('connect', send);
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = /^content-length: (\d+)/im.exec(received)?.[1];
      if (length === undefined) state.failed = `an answer without a length: ${received.slice(0, 200)}`;
      else if (received.length < end + 4 + Number(length)) return;
      else if (!received.startsWith('HTTP/1.1 200')) state.failed = received.slice(0, 300);
      state.done++;
      state.times.push(Number(process.hrtime.bigint() - sent));
      if (state.over || state.failed !== undefined) socket.end();
      else send();
    });
    socket.on('error', (error) => {
      state.failed = error.message;
    });
    socket.on('close', resolve);
  });
}

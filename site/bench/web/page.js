// The built page in a frame, used as a clerk does.

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let frame;
let first; // the one file, the same each time: it takes its own place

// Promises how long it took from navigation until the page in it can judge a file at once.
export async function loadFrame(src) {
	frame = document.createElement('iframe');
	const start = performance.now();
	frame.src = src;
	document.body.append(frame);
	while (frame.contentWindow.location.pathname !== new URL(src, location).pathname || !frame.contentDocument.documentElement) await turn();
	const root = frame.contentDocument.documentElement;
	await seen(root, { attributes: true }, () => root.dataset.engine === 'ready');
	return performance.now() - start;
}

// A turn of the event loop, sooner than a timer has it.
const turn = () => new Promise((done) => {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = done;
	port2.postMessage(null);
});

function seen(node, what, condition) {
	if (condition()) return Promise.resolve();
	return new Promise((done) => {
		new MutationObserver((_, self) => {
			if (!condition()) return;
			self.disconnect();
			done();
		}).observe(node, { childList: true, subtree: true, characterData: true, ...what });
	});
}

function drop(files) {
	const data = new DataTransfer();
	for (const file of files) data.items.add(file);
	const event = new frame.contentWindow.DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
	frame.contentDocument.body.dispatchEvent(event);
}

const name = new URLSearchParams(location.search).get('name');
const file = (bytes, i) => new File([bytes], i + name, { type: name.endsWith('.pdf') ? 'application/pdf' : TYPE });
const byId = (id) => frame.contentDocument.getElementById(id);

export const dropInto = {
	// Until the verdict is there, laid out: it is said aloud right after it is drawn. That of
	// the time before, which stands there for a while, is none.
	async one(bytes) {
		first ??= file(bytes, 0);
		let said = false;
		const before = byId('verdict').firstChild;
		const spoken = seen(byId('live'), {}, () => said && !byId('result').hidden && byId('verdict').firstChild !== before);
		said = true;
		drop([first]);
		await spoken;
		byId('verdict').getBoundingClientRect();
	},
	// Until the list says that all are judged.
	async many(all) {
		const title = byId('list-title');
		const done = seen(title, {}, () => title.textContent === `${all.length} 份文件`);
		drop(all.map(file));
		await done;
	},
};

// Unpacks every entry of a zip with what the browser has for it, and throws it away.

export async function unzip(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let end = bytes.length - 22;
	while (view.getUint32(end, true) !== 0x06054b50) end -= 1;
	let at = view.getUint32(end + 16, true);
	let sum = 0;
	for (let n = view.getUint16(end + 10, true); n > 0; n -= 1) {
		const [method, packed, name, extra, comment, local] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true),
			view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)];
		const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
		const data = bytes.subarray(from, from + packed);
		if (method === 8) {
			const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
			sum += (await new Response(stream).arrayBuffer()).byteLength;
		} else sum += data.length;
		at += 46 + name + extra + comment;
	}
	return sum;
}

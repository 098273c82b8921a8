/** An image by an exact tag, or by a release that gets mends only. */
export const pinned = /^[a-z]+:\d+\.\d+(\.\d+)?(-[a-z]+)*$/

import type { UploadedFile } from "../../../tools/telegram-server/server.ts";

const file = (name: string, mimeType: string, text: string): UploadedFile => ({
  name,
  mimeType,
  bytes: Buffer.from(text),
});

const SALT = `# 盐田的一百年

作者：海边的笔记

盐田村从1921年开始晒盐，第一年收盐三千担。村里最多时有四百户人家以晒盐为生。

![](https://example.org/salt.jpg)

## 盐田为什么关闭

1987年盐田改建为港口，晒盐停止了。老盐工陈阿海把工具捐给了博物馆。
`;

const LIGHTHOUSE = `<html><head><title>The lighthouse at Vell</title><meta name="author" content="Ada Holm">
<meta property="article:published_time" content="2024-05-11"></head><body><article>
<h1>The lighthouse at Vell</h1>
<p>The lighthouse at Vell was lit for the first time in 1931. Its lamp is seen from 24 kilometres away.</p>
<h2>Why the lamp was moved</h2>
<p>Storms broke the gallery in 1958, and the lamp was moved to the north tower. The old gallery was never built again.</p>
</article></body></html>
`;

const FERRY = `The ferry to Skarn

The ferry to Skarn carried 412 passengers on its first day. It sails twice a week, and not at all in January.
`;

export const DOCUMENTS: readonly UploadedFile[] = [
  file("盐田的一百年.md", "text/markdown", SALT),
  file("lighthouse.html", "text/html", LIGHTHOUSE),
  file("ferry.txt", "text/plain", FERRY),
];

export const NO_ARTICLE = file("budget.xlsx", "application/vnd.ms-excel", "PK");

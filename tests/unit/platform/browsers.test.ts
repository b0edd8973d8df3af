import { describe, expect, it } from "vitest";
import { isSupportedBrowser } from "@/lib/platform/browsers";

const win = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
const webkit = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const blink = "AppleWebKit/537.36 (KHTML, like Gecko)";
const iphone = (os: string) => `Mozilla/5.0 (iPhone; CPU iPhone OS ${os} like Mac OS X) ${webkit}`;

describe("isSupportedBrowser", () => {
  it.each([
    ["Chrome 111", `${win} ${blink} Chrome/111.0.0.0 Safari/537.36`],
    ["headless Chrome", `Mozilla/5.0 (X11; Linux x86_64) ${blink} HeadlessChrome/140.0.0.0 Safari/537.36`],
    ["Yandex Browser", `${win} ${blink} Chrome/124.0.0.0 YaBrowser/24.6.0.0 Safari/537.36`],
    ["Edge", `${win} ${blink} Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0`],
    ["Firefox 128", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"],
    ["Safari 16.4", `${mac} ${webkit} Version/16.4 Safari/605.1.15`],
    ["Safari 17", `${mac} ${webkit} Version/17 Safari/605.1.15`],
    ["iOS 16.4", `${iphone("16_4")} Version/16.4 Mobile/15E148 Safari/604.1`],
    ["iOS 16.10", `${iphone("16_10")} Version/16.10 Mobile/15E148 Safari/604.1`],
    ["Chrome of iOS 17", `${iphone("17_0")} CriOS/110.0.0.0 Mobile/15E148 Safari/604.1`],
    ["curl", "curl/8.5.0"],
    ["no name", ""],
  ])("lets %s in", (_name, userAgent) => {
    expect(isSupportedBrowser(userAgent)).toBe(true);
  });

  it.each([
    ["Chrome 110", `${win} ${blink} Chrome/110.0.0.0 Safari/537.36`],
    ["Firefox 127", "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0"],
    ["Safari 16.3", `${mac} ${webkit} Version/16.3 Safari/605.1.15`],
    ["iOS 15.8", `${iphone("15_8")} Version/15.8 Mobile/15E148 Safari/604.1`],
    ["new Chrome of old iOS", `${iphone("16_3_1")} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`],
    ["Internet Explorer 11", "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko"],
    ["old Edge", `${win} ${blink} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`],
    ["old Opera", "Opera/9.80 (Windows NT 6.1) Presto/2.12.388 Version/12.16"],
  ])("turns %s away", (_name, userAgent) => {
    expect(isSupportedBrowser(userAgent)).toBe(false);
  });
});

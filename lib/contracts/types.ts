import type { Role } from "@/lib/auth/permissions";
import type { MeterStatus, Quantity, TariffZone } from "@/lib/readings/constants";

export type StaffContract = { number: string; clientName: string; inn: string; facilities: number };

export type ContractCard = {
  number: string;
  clientName: string;
  inn: string;
  kpp: string | null;
  priceCategory: number;
  members: { name: string; email: string | null; role: Role; facilities: number | "all" }[];
};

export type MeterCard = {
  id: string;
  serialNumber: string;
  model: string | null;
  status: MeterStatus;
  integerDigits: number;
  fractionDigits: number;
  pointName: string;
  multiplier: string;
  lossesPercent: string;
  facility: { code: string; address: string };
  registers: { quantity: Quantity; zone: TariffZone; value: string | null; month: string | null }[];
};

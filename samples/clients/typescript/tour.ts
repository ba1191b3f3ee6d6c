// The README's tour with the generated client: a contract travels the whole way.
import {
  Configuration,
  ContractImportsApi,
  ContractLifecycleApi,
  ContractsApi,
  LocationsApi,
  MonitoringPlansApi,
  PublicRegisterApi,
  RatingsApi,
  ResponseError,
  ReturnsApi,
  ScorecardsApi,
} from './index';

declare const process: { env: Record<string, string | undefined>; exit(code: number): never };

const basePath = process.env.BASE ?? 'http://localhost:8080';
const council = process.env.COUNCIL!;
const as = (token: string) => new Configuration({ basePath, accessToken: process.env[token]! });
const say = (what: string, fact: unknown) => console.log(`typescript: ${what}: ${fact}`);
const run = crypto.randomUUID();
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Asks until there is an answer; what is not there yet is asked for again. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (let i = 0; i < 600; i++) {
    try {
      const answer = await ask();
      if (answer !== undefined) {
        return answer;
      }
    } catch (error) {
      if (!(error instanceof ResponseError && error.response.status === 404)) {
        throw error;
      }
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`Not within two minutes: ${what}`);
}

async function live() {
  const notice = {
    id: run, title: `Homecare ${run}`, description: 'Visits at home', organisation: 'Sample Council', status: 'awarded',
    notice_type: 'Contract', published_date: '2026-01-05', deadline_date: '2025-11-01', awarded_date: '2026-01-04',
    value_low: 1000, value_high: 0, awarded_value: 52000, awarded_supplier: `Sample ${run} Care Ltd`, awarded_to_sme: true,
    cpv_codes: '85312000', cpv_description: 'Social work', region: 'North West', postcode: '', suitable_for_sme: true,
    url: 'https://example.org/notice',
  };
  const imports = new ContractImportsApi(as('CONTRACTS_TOKEN'));
  const { id: job } = await imports.importContracts({
    body: new Blob([JSON.stringify({ meta: {}, stats: {}, contracts: [notice] })]),
    authority: council, dryRun: false, format: 'CONTRACTS_FINDER_NOTICES', idempotencyKey: run,
  });
  const done = await until('the import is done', async () => {
    const read = await imports.getContractImport({ id: job! });
    return read.status === 'COMPLETED' ? read : undefined;
  });
  say('imported', `${done.rows?.created} of ${done.rows?.read}`);

  const register = new ContractsApi(as('CONTRACTS_TOKEN'));
  const contract = await until('the contract has its provider', async () => {
    const found = (await register.listContracts({ q: run, limit: 1 })).items?.[0]?.id;
    const read = found === undefined ? undefined : await register.getContract({ contractId: found });
    return read?.parties?.[0]?.providerId === undefined ? undefined : read;
  });
  const contractId = contract.id!;
  const etag = async () => (await register.getContractRaw({ contractId })).raw.headers.get('ETag')!;

  await register.amendContract({
    contractId, ifMatch: await etag(), reason: 'From the signed contract',
    contractTermsPatch: { serviceType: 'HOMECARE', dates: { start: daysFromNow(-365), end: daysFromNow(730) } },
  });
  const active = await new ContractLifecycleApi(as('CONTRACTS_TOKEN')).activateContract({ contractId, ifMatch: await etag() });
  say('activated', active.status);

  const plans = new MonitoringPlansApi(as('MONITORING_TOKEN'));
  const planId = await until('the plan is open', async () => (await plans.listMonitoringPlans({ contractId })).items?.[0]?.id);
  const plan = await plans.getMonitoringPlan({ id: planId });
  const sent = await new ReturnsApi(as('MONITORING_TOKEN')).beginReturn({
    idempotencyKey: run,
    returnDraft: {
      planId,
      periodStart: plan.periods![0].periodStart!,
      periodEnd: plan.periods![0].periodEnd!,
      observations: plan.indicators!.map((each) => ({ indicator: each.code!, value: 81 })),
      submit: true,
    },
  });
  say('return', sent.status);
  const card = await until('the scorecard is there', async () => {
    const read = await new ScorecardsApi(as('MONITORING_TOKEN')).getScorecard({ contractId });
    return read.rag === undefined ? undefined : read;
  });
  say('scorecard', `${card.rag} ${card.arithmetic}`);

  const home = await new LocationsApi(as('PROVIDERS_TOKEN')).registerLocation({
    newLocation: {
      providerId: contract.parties![0].providerId, name: 'Mill Lane branch', careType: 'HOMECARE', area: council, postcode: 'BB1 1AA',
    },
  });
  const ratings = new RatingsApi(as('PROVIDERS_TOKEN'));
  await ratings.recordRating({ id: home.id!, newRating: { regulator: 'CQC', overall: 'GOOD', reportDate: daysFromNow(-240) } });
  await ratings.recordRating({ id: home.id!, newRating: { regulator: 'CQC', overall: 'INADEQUATE', reportDate: daysFromNow(0) } });
  const risk = await until('the contract carries the flag', async () => {
    const read = (await register.getContract({ contractId })).risk;
    return read?.flagged ? read : undefined;
  });
  say('risk', `${risk.tier} ${risk.reasons}`);

  const entry = await new PublicRegisterApi(new Configuration({ basePath })).getPublicContract({ contractId });
  say('public register', entry.titleOfAgreement);
}

live().catch((error) => {
  console.error(error);
  process.exit(1);
});

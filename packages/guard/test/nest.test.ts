import 'reflect-metadata';
import multipart from '@fastify/multipart';
import { Controller, Get, HttpCode, type INestApplication, Module, Post, Req, Res, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { nest } from '../src/nest.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { contract, type Start } from './contract/suite.ts';

interface Asked {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly caller: undefined;
  readonly object: unknown;
}

/** One controller with all routes. Decorators are called by hand, since they need no syntax of their own. */
function makeController(guardOf: Parameters<Start>[0]) {
  class ContractController {}
  const add = (name: string, handler: unknown, parameters: ParameterDecorator[], decorators: MethodDecorator[]) => {
    Object.defineProperty(ContractController.prototype, name, { value: handler, enumerable: true });
    parameters.forEach((decorate, index) => {
      decorate(ContractController.prototype, name, index);
    });
    const descriptor = Object.getOwnPropertyDescriptor(ContractController.prototype, name)!;
    for (const decorate of decorators) decorate(ContractController.prototype, name, descriptor);
  };
  let count = 0;
  for (const disclose of DISCLOSURES) {
    const guard = nest(guardOf(disclose));
    const idOf = (request: Asked) => lastSegment(request.url);
    const nameOf = (request: Asked) => request.headers['x-client'];
    for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
      const verb = method === 'GET' ? Get : Post;
      const handler = (request: Asked) => tell(request);
      const decorators = [verb(`${disclose}${path}`), HttpCode(200), UseGuards(guard(requirement, options))];
      add(`handle${count++}`, handler, [Req()], decorators);
    }
    add(`handle${count++}`, guard.absent, [Req(), Res()], [Get(`${disclose}/absent`)]);
  }
  Controller()(ContractController);
  return ContractController;
}

const onExpress: Start = async (guardOf) => {
  class App {}
  Module({ controllers: [makeController(guardOf)] })(App);
  const app: INestApplication = await NestFactory.create(App, new ExpressAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  return { origin: await app.getUrl(), close: () => app.close() };
};

const onFastify: Start = async (guardOf) => {
  class App {}
  Module({ controllers: [makeController(guardOf)] })(App);
  const adapter = new FastifyAdapter();
  await adapter.register(multipart as never);
  const app = await NestFactory.create(App, adapter, { logger: false });
  await app.listen(0, '127.0.0.1');
  return { origin: await app.getUrl(), close: () => app.close() };
};

contract('NestJS on Express', onExpress, contractGuard);
contract('NestJS on Fastify', onFastify, contractGuard);

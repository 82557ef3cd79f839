import ts from 'typescript';

/** What the decorators of one handler say. */
export interface DecoratedHandler {
  readonly handler: string;
  readonly method: string;
  readonly path: string;
  readonly access: string;
  readonly permission?: string;
  readonly scope?: string;
  readonly roles: readonly string[];
  readonly status: number;
  readonly takesCredentials: boolean;
  readonly file: string;
}

const METHODS = ['Get', 'Post', 'Put', 'Patch', 'Delete'];

/** The handlers of a controller, by the decorators in its source. */
export function handlersOf(file: string, source: string): DecoratedHandler[] {
  const parsed = ts.createSourceFile(file, source, ts.ScriptTarget.ES2023, true);
  return parsed.statements.filter(ts.isClassDeclaration).flatMap((controller) => {
    const decorators = decoratorsOf(controller);
    const prefix = decorators.get('Controller');
    if (!prefix) return [];
    return controller.members
      .filter(ts.isMethodDeclaration)
      .flatMap((method) => handlerOf(file, controller.name?.text ?? '', prefix[0] ?? '', method));
  });
}

function handlerOf(file: string, controller: string, prefix: string, method: ts.MethodDeclaration): DecoratedHandler[] {
  const decorators = decoratorsOf(method);
  const verb = METHODS.find((name) => decorators.has(name));
  if (verb === undefined) return [];
  const path = [prefix, decorators.get(verb)?.[0] ?? ''].filter((part) => part !== '').join('/');
  const permission = decorators.get('RequirePermission');
  const status = decorators.get('HttpCode')?.[0];
  const usual = verb === 'Post' ? 201 : 200;
  return [
    {
      handler: `${controller}.${(method.name as ts.Identifier).text}`,
      method: verb.toUpperCase(),
      path: path === 'health' || path === 'ready' ? `/${path}` : `/api/v1/${path}`,
      access: permission ? 'permission' : decorators.has('Public') ? 'public' : 'member',
      ...(permission && { permission: permission[0], scope: permission[1] ?? 'own' }),
      roles: decorators.get('RequireRole') ?? [],
      status: status === undefined ? usual : Number(status),
      takesCredentials: decorators.has('TakesCredentials'),
      file,
    },
  ];
}

/** Names of the decorators with their arguments, strings without quotes. */
function decoratorsOf(node: ts.HasDecorators): ReadonlyMap<string, readonly string[]> {
  return new Map(
    (ts.getDecorators(node) ?? []).map(({ expression }) => {
      if (!ts.isCallExpression(expression)) throw new Error(`${expression.getText()} is not called.`);
      const values = expression.arguments.map((value) => (ts.isStringLiteral(value) ? value.text : value.getText()));
      return [expression.expression.getText(), values];
    }),
  );
}
